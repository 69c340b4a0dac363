import type { DateTime } from 'luxon';
import { nextByRule, type RuleDates, ruleEnd } from '../calendar/published-rule.ts';
import type { Group, RegularMeeting } from '../group/schema.ts';
import { actions, context, header, linkButton, message, section } from '../messages/blocks.ts';
import { whenLine } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ago, inZone } from '../messages/time.ts';

const NEVER_READ = "I haven't been able to read the group's calendar yet.";

/** The answer about time before the calendar was first read: the rule, and what it can't tell. */
export function publishedRuleMessage(group: Group, now: DateTime<true>): Message {
  const rule = group.regularMeeting;
  const dates = nextByRule(rule, now);
  return message(md`${NEVER_READ} ${ruleWords(rule)} ${uncertainty(dates, rule)}`, [
    header(rule.title),
    section(md`${NEVER_READ} ${ruleWords(rule)}`),
    section(datesText(dates, rule, now)),
    actions([
      linkButton('Join', rule.join, 'open-join-rule', 'primary'),
      linkButton('Agenda', rule.agenda, 'open-agenda-rule'),
      linkButton('Calendar', group.calendar.page, 'open-calendar'),
    ]),
    context(
      md`From the published rule, not from the calendar: a meeting may have been moved or cancelled. See the ${link(group.calendar.page, 'group calendar')}.`,
    ),
  ]);
}

/** As in “The published rule is every other Wednesday at 09:00 (America/Los Angeles).” */
export function ruleWords(rule: RegularMeeting): string {
  const day = rule.weekday[0]?.toUpperCase() + rule.weekday.slice(1);
  const rhythm = { 1: 'every', 2: 'every other' }[rule.everyWeeks];
  const often = rhythm ? `${rhythm} ${day}` : `every ${rule.everyWeeks} weeks on ${day}`;
  return `The published rule is ${often} at ${rule.time} (${rule.zone.replaceAll('_', ' ')}).`;
}

function uncertainty({ week, starts }: RuleDates, { zone }: RegularMeeting): string {
  const dates = starts.map((start) => inZone(start, zone));
  if (week === 'known') return `By that rule the next one is ${dates[0]}, unless it was changed.`;
  return `I can't tell which week it is: the next one is on ${dates.join(' or ')}.`;
}

function datesText({ week, starts }: RuleDates, rule: RegularMeeting, now: DateTime<true>): Mrkdwn {
  const lines = starts.map((start) => {
    const distance = ago(start, rule.zone);
    const near = start > now ? distance : md`began ${distance}`;
    return md`• ${whenLine(start, ruleEnd(rule, start), rule.zone)}, ${near}`;
  });
  if (week === 'unknown') {
    return join(
      [md`I can't tell which week it is. The next one is on *one* of these:`, ...lines],
      '\n',
    );
  }
  return join([md`By that rule the next ones are:`, ...lines], '\n');
}
