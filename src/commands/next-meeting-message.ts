import type { TimedMeeting } from '../calendar/meeting.ts';
import { firstOf } from '../calendar/meeting-list.ts';
import { notInCalendar } from '../calendar/not-in-calendar.ts';
import type { Schedule } from '../calendar/schedule.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { retirementOf } from '../group/lookup.ts';
import { fullTitle } from '../group/published-meetings.ts';
import type { Group } from '../group/schema.ts';
import { context, message, section } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { calledOff } from '../messages/called-off.ts';
import { links, nameAndDate, nearness } from '../messages/meeting-lines.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, code, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { longDate, period } from '../messages/time.ts';
import type { SharedContext } from './command.ts';
import { comingMeeting, meetingUnderWay } from './next-meeting-view.ts';

// More at once is a crowd; `upcoming` lists them all.
const MAX_SHOWN = 3;
const MAX_NAMED = 5;

type Asked = Pick<SharedContext, 'group' | 'now' | 'slashCommand'>;

/**
 * The next meeting, from the calendar: what is under way, what is cancelled, what comes. With a
 * `name` the schedule is that of the meetings of this name.
 */
export function nextMeetingMessage(
  schedule: Schedule,
  calendar: ReadCalendar,
  { group, now, slashCommand }: Asked,
  name?: string,
): Message {
  const { zone } = group;
  const { warning, spokenWarning, source } = calendarSource(calendar, now, zone);
  const inProgress = firstOf(schedule.inProgress, MAX_SHOWN);
  const next = firstOf(schedule.next, MAX_SHOWN);
  const beside = [
    ...runningLong(schedule, zone),
    ...allDay(schedule, zone),
    ...cancellations(schedule, zone),
  ];
  const rest = [
    more(inProgress.more + next.more, slashCommand),
    next.shown.length === 0 ? nothingElse(name) : undefined,
    nextRegular(schedule, zone),
    name === undefined ? byRuleAlone(group, calendar, slashCommand) : undefined,
  ];
  const coming = inProgress.shown.length > 0 ? undefined : next.shown[0];
  const body = coming
    ? [
        lines([...beside, beforeFirst(schedule, coming, zone)]),
        next.shown.flatMap((meeting) => comingMeeting(meeting, group)),
        lines(rest),
      ]
    : [
        inProgress.shown.flatMap((meeting) => meetingUnderWay(meeting, zone)),
        lines([...beside, ...afterThat(next.shown, zone), ...rest]),
      ];
  return message(join([spokenWarning, ...spoken(schedule, zone)], ' '), [
    warning,
    ...body,
    context(join([coming && nearness(coming, now, zone), source], ' · ')),
  ]);
}

/** For notifications and screen readers. */
function spoken(schedule: Schedule, zone: string): Mrkdwn[] {
  const { inProgress, next, aside, cancelled, allDay } = schedule;
  const whole = (one: TimedMeeting) => md`${nameAndPeriod(one, zone)}.`;
  return [
    ...firstOf(inProgress, MAX_SHOWN).shown.map(whole),
    ...aside.slice(0, MAX_NAMED).map(whole),
    ...cancelled.slice(0, MAX_NAMED).map((one) => md`Cancelled: ${nameAndDate(one, zone)}.`),
    ...allDay.slice(0, MAX_NAMED).map((one) => md`All day: ${nameAndDate(one, zone)}.`),
    ...firstOf(next, MAX_SHOWN).shown.map(whole),
  ];
}

function lines(parts: readonly (Mrkdwn | undefined)[]): Block[] {
  const present = parts.filter((part) => part !== undefined);
  return present.length > 0 ? [section(join(present, '\n'))] : [];
}

/** What runs long hides nothing: it has a line, and the meetings beside it are shown. */
function runningLong({ aside }: Schedule, zone: string): Mrkdwn[] {
  return aside
    .slice(0, MAX_NAMED)
    .map((meeting) =>
      join([md`*Alongside:* ${nameAndPeriod(meeting, zone)}`, ...links(meeting)], ' · '),
    );
}

function nameAndPeriod({ title, start, end }: TimedMeeting, zone: string): Mrkdwn {
  return md`${bold(title)}, ${period(start, end, zone)}`;
}

function allDay({ allDay: entries }: Schedule, zone: string): Mrkdwn[] {
  return entries.slice(0, MAX_NAMED).map((entry) => md`*All day:* ${nameAndDate(entry, zone)}`);
}

function cancellations({ cancelled }: Schedule, zone: string): Mrkdwn[] {
  const named = cancelled.slice(0, MAX_NAMED);
  const rest = cancelled.length - named.length;
  return [
    ...named.map((meeting) => md`*${calledOff(meeting).label}:* ${nameAndDate(meeting, zone)}`),
    ...(rest > 0 ? [md`… and ${rest} more cancelled.`] : []),
  ];
}

/** What leads from the lines above to the first meeting, or says that none comes before it. */
function beforeFirst(
  { cancelled, allDay, aside, week }: Schedule,
  first: TimedMeeting,
  zone: string,
): Mrkdwn | undefined {
  if (cancelled.length > 0) return md`The next one that takes place:`;
  if (week !== 'off' && week !== 'meeting over') return undefined;
  const nothing = allDay.length + aside.length > 0 ? 'Nothing else' : 'Nothing';
  return md`${nothing} is scheduled before ${longDate(first.start, zone)}.`;
}

function afterThat(next: readonly TimedMeeting[], zone: string): Mrkdwn[] {
  return next.map((meeting) =>
    join([md`*After that:* ${nameAndDate(meeting, zone)}`, ...links(meeting)], ' · '),
  );
}

function more(hidden: number, command: string): Mrkdwn | undefined {
  return hidden > 0 ? md`… and ${hidden} more: ${code(`${command} upcoming`)}` : undefined;
}

function nothingElse(name: string | undefined): Mrkdwn {
  return name === undefined
    ? md`No other meeting is on the calendar.`
    : md`No other meeting of the name ${bold(name, 60)} is on the calendar.`;
}

/** A group's other meetings may be in no calendar: who looks for one must not believe that there is none. */
function byRuleAlone(group: Group, { meetings }: ReadCalendar, command: string) {
  const others = retirementOf(group) ? [] : notInCalendar(group.meetings.slice(1), meetings);
  if (others.length === 0) return undefined;
  const named = others.slice(0, MAX_NAMED).map((one) => md`${fullTitle(one)}`);
  const rest = others.length > MAX_NAMED ? md` and ${others.length - MAX_NAMED} more` : md``;
  return md`_Published, but not in the calendar:_ ${join(named, ', ')}${rest}. ${code(`${command} next-meeting <name>`)} tells the rule.`;
}

function nextRegular({ nextRegular: regular }: Schedule, zone: string): Mrkdwn | undefined {
  return regular && md`*The next regular meeting:* ${nameAndDate(regular, zone)}`;
}
