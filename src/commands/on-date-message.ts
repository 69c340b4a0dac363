import { isTimed, stands } from '../calendar/meeting.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import type { Days } from '../dates/spoken-dates.ts';
import { context, message, section, sections } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { listLine, nameAndDate } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { day } from '../messages/time.ts';
import type { CommandContext } from './command.ts';
import type { MeetingsOn } from './meetings-on.ts';

// More is a list for which there is `upcoming`.
const MAX_SHOWN = 10;

/** What is on the calendar for some days. */
export function onDateMessage(
  days: Days,
  found: MeetingsOn,
  calendar: ReadCalendar,
  { group, now }: Pick<CommandContext, 'group' | 'now'>,
): Message {
  const { zone } = group;
  const { warning, spokenWarning, source } = calendarSource(calendar, now, zone);
  const sentence = verdict(days, found);
  const next = isOn(found) ? undefined : afterThat(found, zone);
  const shown = found.meetings.slice(0, MAX_SHOWN);
  const lines = [
    ...shown.map((meeting) => listLine(meeting, now, zone)),
    ...found.movedAway.slice(0, MAX_SHOWN).map((one) => md`• Moved: ${nameAndDate(one, zone)}`),
  ];
  const spoken = shown.map((meeting) => md`${nameAndDate(meeting, zone)}.`);
  return message(join([spokenWarning, sentence, ...spoken, next], ' '), [
    warning,
    section(sentence),
    ...(lines.length > 0 ? sections(lines) : []),
    ...(next ? [section(next)] : []),
    context(source),
  ]);
}

function verdict(days: Days, found: MeetingsOn): Mrkdwn {
  const when = bold(daysInWords(days));
  const timed = found.meetings.filter(isTimed);
  const standing = timed.filter(stands).length;
  if (standing > 0)
    return standing === 1
      ? md`${when}: yes, one meeting.`
      : md`${when}: yes, ${standing} meetings.`;
  if (timed.length > 0) return md`${when}: no, the meeting is cancelled.`;
  if (found.movedAway.length > 0) return md`${when}: no, the meeting has moved.`;
  return md`${when}: no meeting is on the calendar.`;
}

function isOn({ meetings }: MeetingsOn): boolean {
  return meetings.filter(isTimed).some(stands);
}

function afterThat({ after }: MeetingsOn, zone: string): Mrkdwn {
  return after
    ? md`*After that:* ${nameAndDate(after, zone)}`
    : md`Nothing is planned after that yet either.`;
}

function daysInWords({ from, to }: Days): string {
  return from === to ? day(from) : `${day(from)} to ${day(to)}`;
}
