import type { DateTime } from 'luxon';
import type { Meeting } from '../calendar/meeting.ts';
import type { ReadCalendar } from '../calendar/snapshot.ts';
import { context, header, message, sections } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { listLine, nameAndDate } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { join, md } from '../messages/mrkdwn.ts';

/** A list of meetings, cancelled ones struck through. */
export function upcomingMessage(
  meetings: readonly Meeting[],
  calendar: ReadCalendar,
  zone: string,
  now: DateTime<true>,
): Message {
  const { warning, source } = calendarSource(calendar, now);
  const spoken = meetings.map((meeting) => {
    const cancelled = meeting.status === 'cancelled' ? md` (cancelled)` : md``;
    return md`${nameAndDate(meeting, zone)}${cancelled}`;
  });
  return message(md`The next meetings: ${join(spoken, '; ')}.`, [
    warning,
    header(meetings.length === 1 ? 'The next meeting' : `The next ${meetings.length} meetings`),
    sections(meetings.map((meeting) => listLine(meeting, now, zone))),
    context(md`Times are shown in your time zone.`),
    source,
  ]);
}
