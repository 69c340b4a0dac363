import type { DateTime } from 'luxon';
import { nextByRule, type RuleDates } from '../calendar/published-rule.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import { fullTitle } from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import {
  actions,
  context,
  header,
  linkButton,
  message,
  section,
  sections,
} from '../messages/blocks.ts';
import { whenLine } from '../messages/meeting-lines.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ruleWords } from '../messages/rule-words.ts';
import { ago, inZone } from '../messages/time.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';

/**
 * The answer about time without the calendar: the published rules, and what they can't tell. `why` says
 * what the calendar lacks, `meetings` which ones were asked for.
 */
export function publishedRuleMessage(
  group: Group,
  why: Mrkdwn,
  now: DateTime<true>,
  meetings: readonly GroupMeeting[] = group.meetings,
): Message {
  const [only, ...others] = meetings;
  if (!only) return noMeetingMessage(group, why);
  return others.length === 0
    ? oneRuleMessage(only, group, why, now)
    : rulesMessage(meetings, group, why, now);
}

/** Why an answer is not from the calendar. */
export function whyNoCalendar({ kind }: CalendarState): Mrkdwn {
  return kind === 'not published'
    ? md`The group publishes no calendar.`
    : md`I haven't been able to read the group's calendar yet.`;
}

function oneRuleMessage(
  meeting: GroupMeeting,
  group: Group,
  why: Mrkdwn,
  now: DateTime<true>,
): Message {
  const { join: room, agenda } = meeting;
  const known = ruleSentence(meeting);
  return message(join([why, md`${known}`, uncertainty(meeting, now)], ' '), [
    header(fullTitle(meeting)),
    section(md`${why} ${known}`),
    ...datesSection(meeting, now),
    actions([
      linkButton('Join', room, 'open-join-rule', 'primary'),
      linkButton('Agenda', agenda, 'open-agenda-rule'),
      linkButton('Calendar', group.calendar?.page, 'open-calendar'),
    ]),
    ruleSource(group),
  ]);
}

function rulesMessage(
  meetings: readonly GroupMeeting[],
  group: Group,
  why: Mrkdwn,
  now: DateTime<true>,
): Message {
  const spoken = meetings.map(namedRule);
  return message(join([why, ...spoken], ' '), [
    header(`Meetings of ${group.name}`),
    section(why),
    ...sections(
      meetings.map((one) => join([namedRule(one), dates(one, now), links(one)], '\n')),
      '\n\n',
    ),
    ruleSource(group),
  ]);
}

function noMeetingMessage(group: Group, why: Mrkdwn): Message {
  const place = whereToAsk(group);
  const sentence = join(
    [why, md`${group.name} publishes no regular meeting either.`, place && md`Ask in ${place}.`],
    ' ',
  );
  return message(sentence, [section(sentence)]);
}

function ruleSource({ calendar }: Group): Block {
  const page = calendar?.page;
  const where = page === undefined ? undefined : md`See the ${link(page, 'group calendar')}.`;
  const source = md`From the published rule, not from the calendar: a meeting may have been moved or cancelled.`;
  return context(join([source, where], ' '));
}

/** As in “The published rule is every other Wednesday at 09:00 (America/Los Angeles).” */
export function ruleSentence({ when }: GroupMeeting): string {
  if (!when) return 'When it takes place is not published.';
  return `The published rule is ${ruleWords(when)}.`;
}

/** The same, under the name of the meeting. */
export function namedRule(meeting: GroupMeeting): Mrkdwn {
  return md`${bold(fullTitle(meeting))}: ${ruleSentence(meeting)}`;
}

/** For notifications, which show no dates of their own. */
function uncertainty({ when, durationMinutes }: GroupMeeting, now: DateTime<true>) {
  if (!when) return undefined;
  const next = nextByRule(when, now, durationMinutes);
  if (next.week === 'not computable') return undefined;
  const starts = next.starts.map((start) => inZone(start, start.zoneName));
  const [first] = starts;
  if (first === undefined) return undefined;
  return next.week === 'known'
    ? md`By that rule the next one is ${first}, unless it was changed.`
    : md`The page does not say which week it is: the next one is on ${starts.join(' or ')}.`;
}

function datesSection(meeting: GroupMeeting, now: DateTime<true>): Block[] {
  const text = dates(meeting, now);
  return text ? [section(text)] : [];
}

function dates(meeting: GroupMeeting, now: DateTime<true>): Mrkdwn | undefined {
  const { when, durationMinutes } = meeting;
  if (!when) return undefined;
  const next = nextByRule(when, now, durationMinutes);
  if (next.week === 'not computable' || next.starts.length === 0) return undefined;
  const lines = next.starts.map((start) => dateLine(start, meeting, now));
  return join([leadIn(next.week), ...lines], '\n');
}

function leadIn(week: Exclude<RuleDates['week'], 'not computable'>): Mrkdwn {
  return week === 'known'
    ? md`By that rule the next ones are:`
    : md`The page does not say which week it is. The next one is on *one* of these:`;
}

function dateLine(start: DateTime<true>, meeting: GroupMeeting, now: DateTime<true>): Mrkdwn {
  const zone = start.zoneName;
  // Without a published length only the start is shown.
  const end = start.plus({ minutes: meeting.durationMinutes ?? 0 });
  const distance = ago(start, zone);
  const near = start > now ? distance : md`began ${distance}`;
  return md`• ${whenLine(start, end, zone)}, ${near}`;
}

function links({ join: room, agenda }: GroupMeeting): Mrkdwn | undefined {
  const all = [
    room === undefined ? undefined : link(room, 'Join'),
    agenda === undefined ? undefined : link(agenda, 'Agenda'),
  ].filter((one) => one !== undefined);
  return all.length === 0 ? undefined : join(all, ' · ');
}
