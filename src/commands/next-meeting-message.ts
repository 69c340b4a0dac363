import type { DateTime } from 'luxon';
import type { Meeting, TimedMeeting } from '../calendar/meeting.ts';
import type { Schedule, Week } from '../calendar/schedule.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import { context, header, message, section } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { meetingButtons } from '../messages/meeting-buttons.ts';
import { allDayWhen, nameAndDate, whenLine, zoneNote } from '../messages/meeting-lines.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md, paragraph } from '../messages/mrkdwn.ts';
import { endTime, longWhen, shortWhen, span } from '../messages/time.ts';

// A tie of more than this is a broken calendar; `upcoming` still lists them all.
const MAX_SHOWN = 5;
const DESCRIPTION_LENGTH = 300;

/** The next meeting, from the calendar: what is on, what is cancelled, what stands. */
export function nextMeetingMessage(
  schedule: Schedule,
  calendar: ReadCalendar,
  group: Group,
  now: DateTime<true>,
): Message {
  const { zone } = group.regularMeeting;
  const { warning, source } = calendarSource(calendar, now);
  return message(summary(schedule, zone, now), [
    warning,
    schedule.inProgress.slice(0, MAX_SHOWN).flatMap((meeting) => inProgress(meeting, now, zone)),
    cancellations(schedule, zone),
    weekNote(schedule),
    allDayNote(schedule),
    nextNote(schedule),
    schedule.next.slice(0, MAX_SHOWN).flatMap((meeting) => upNext(meeting, now, zone)),
    nextRegular(schedule, zone, now),
    source,
  ]);
}

function summary(schedule: Schedule, zone: string, now: DateTime<true>): Mrkdwn {
  const cancelled = schedule.cancelled
    .slice(0, MAX_SHOWN)
    .map((meeting) => md`${nameAndDate(meeting, zone)}, is cancelled.`);
  const on = schedule.inProgress
    .slice(0, MAX_SHOWN)
    .map((meeting) => md`${bold(meeting.title)} is on now, ${span(now, meeting.end)} left.`);
  const next = schedule.next
    .slice(0, MAX_SHOWN)
    .map(
      (meeting) =>
        md`Next meeting: ${bold(meeting.title)}, ${shortWhen(meeting.start, zone)}, in ${span(now, meeting.start)}.`,
    );
  const allDay = schedule.allDay
    .slice(0, MAX_SHOWN)
    .map((meeting) => md`All day: ${bold(meeting.title)}, ${allDayWhen(meeting)}.`);
  return join([...on, ...cancelled, ...allDay, ...next], ' ');
}

function inProgress(meeting: TimedMeeting, now: DateTime<true>, zone: string): Block[] {
  return [
    header(meeting.title),
    section(
      md`*Happening now*, until ${endTime(meeting.end, meeting.start, zone)} (${span(now, meeting.end)} left).${noJoinLink(meeting)}`,
    ),
    ...meetingButtons(meeting, 'primary', `-on-${meeting.id}`),
  ];
}

function upNext(meeting: TimedMeeting, now: DateTime<true>, zone: string): Block[] {
  const tentative = meeting.status === 'tentative' ? md` It is marked as tentative.` : md``;
  return [
    header(meeting.title),
    section(md`${whenLine(meeting, now, zone)}${tentative}${noJoinLink(meeting)}`),
    ...about(meeting),
    ...meetingButtons(meeting, 'primary', `-next-${meeting.id}`),
    context(zoneNote(meeting, zone)),
  ];
}

/** Regular meetings carry the same invitation text each time; others say what they are about. */
function about(meeting: TimedMeeting): Block[] {
  if (meeting.regular || meeting.description === '') return [];
  return [context(paragraph(meeting.description, DESCRIPTION_LENGTH))];
}

function noJoinLink(meeting: TimedMeeting): Mrkdwn {
  return meeting.joinLink === undefined ? md`\nThe calendar has no link to join it.` : md``;
}

function cancellations({ cancelled, next }: Schedule, zone: string): Block[] {
  const shown = cancelled.slice(0, MAX_SHOWN);
  if (shown.length === 0) return [];
  const more = cancelled.length - shown.length;
  const lines = shown.map((meeting: Meeting) => md`*Cancelled:* ${nameAndDate(meeting, zone)}`);
  const rest = more > 0 ? md`… and ${more} more cancelled.` : undefined;
  const then = next.length > 0 ? md`The next one that takes place:` : undefined;
  return [section(join([...lines, rest, then], '\n'))];
}

function weekNote({ week, inProgress, next }: Schedule): Block[] {
  if (inProgress.length > 0 || next.length === 0) return [];
  const sentence = weekSentence(week);
  return sentence === undefined ? [] : [section(md`${sentence}`)];
}

function weekSentence(week: Week): string | undefined {
  switch (week) {
    case 'off':
      return 'No meeting this week: it is an off week. The next one:';
    case 'meeting over':
      return "This week's meeting is over. The next one:";
    case 'cancelled':
    case 'meeting ahead':
      return undefined;
  }
}

function allDayNote({ allDay }: Schedule): Block[] {
  if (allDay.length === 0) return [];
  const lines = allDay
    .slice(0, MAX_SHOWN)
    .map((meeting) => md`*All day:* ${bold(meeting.title)}, ${allDayWhen(meeting)}`);
  return [section(join(lines, '\n'))];
}

function nextNote({ inProgress, next }: Schedule): Block[] {
  const overlap = next.length > 1 ? `${next.length} meetings overlap:` : '';
  const after = inProgress.length > 0 && next.length > 0 ? 'After that:' : '';
  const none = next.length === 0 ? 'No other meeting is on the calendar.' : '';
  const sentence = [after, overlap, none].filter((part) => part !== '').join(' ');
  return sentence === '' ? [] : [section(md`${sentence}`)];
}

function nextRegular(
  { nextRegular: meeting }: Schedule,
  zone: string,
  now: DateTime<true>,
): Block[] {
  if (meeting === undefined) return [];
  return [
    section(
      md`The next regular meeting: ${bold(meeting.title)}, ${longWhen(meeting.start, zone)} (in ${span(now, meeting.start)}).`,
    ),
  ];
}
