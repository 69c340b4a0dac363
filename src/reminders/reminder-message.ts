import type { DateTime } from 'luxon';
import type { TimedMeeting } from '../calendar/meeting.ts';
import { context, header, message, section } from '../messages/blocks.ts';
import { isOld } from '../messages/calendar-source.ts';
import { meetingButtons } from '../messages/meeting-buttons.ts';
import { zoneNote } from '../messages/meeting-lines.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { period, span } from '../messages/time.ts';

// Up to here people need the link to join; before, there is time to add a topic.
const JOIN_NOW_MINUTES = 60;

/**
 * A reminder, in words that are true at `now`, whatever lead it was planned for. When the calendar
 * was read long before, it says so.
 */
export function reminderMessage(
  meeting: TimedMeeting,
  readAt: DateTime<true>,
  now: DateTime<true>,
  zone: string,
): Message {
  const { start, end } = meeting;
  const soon = start.diff(now, 'minutes').minutes <= JOIN_NOW_MINUTES;
  const opening = md`${bold(meeting.title)} starts in ${span(now, start)}`;
  const when = period(start, end, zone);
  const call = soon ? joinCall(meeting) : agendaCall(meeting);
  return message(md`${opening}, ${when}. ${call}`, [
    header(meeting.title),
    section(md`*Starts in ${span(now, start)}:* ${when}\n${call}`),
    meetingButtons(meeting, soon ? 'primary' : undefined),
    context(zoneNote(meeting, zone)),
    ...ageNote(readAt, now),
  ]);
}

function joinCall(meeting: TimedMeeting): Mrkdwn {
  if (meeting.joinLink === undefined) return md`The calendar has no link to join it.`;
  return md`Join now, or have a look at the agenda first.`;
}

function agendaCall(meeting: TimedMeeting): Mrkdwn {
  if (meeting.agendaLink === undefined) return md`Bring your topics.`;
  return md`Is there something to discuss? Add your topic to the agenda.`;
}

function ageNote(readAt: DateTime<true>, now: DateTime<true>): Block[] {
  if (!isOld(readAt, now)) return [];
  return [
    context(
      md`I could not read the calendar for ${span(readAt, now)}: this may have changed since.`,
    ),
  ];
}
