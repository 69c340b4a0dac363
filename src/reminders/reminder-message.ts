import type { DateTime } from 'luxon';
import type { TimedMeeting } from '../calendar/meeting.ts';
import { header, message, section, sections } from '../messages/blocks.ts';
import { isOld } from '../messages/calendar-source.ts';
import { hostNote } from '../messages/host-note.ts';
import { joinNote } from '../messages/join-words.ts';
import { meetingButtons } from '../messages/meeting-buttons.ts';
import { whenLine } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ago, inZone, longWhen } from '../messages/time.ts';

// This close, people need the link to join; earlier, there is time to add a topic.
const JOIN_MINUTES = 60;

/**
 * A reminder. It may be read a day later, so relative times in it are left to the reader's client.
 * If the calendar was last read long ago, it says so first. `agenda` is what is known to be on it, in lines
 * that stay true.
 */
export function reminderMessage(
  meeting: TimedMeeting,
  readAt: DateTime<true>,
  now: DateTime<true>,
  zone: string,
  agenda: readonly Mrkdwn[] = [],
): Message {
  const { title, start, end } = meeting;
  const soon = start.diff(now, 'minutes').minutes <= JOIN_MINUTES;
  const notes = [
    meeting.status === 'tentative' ? md`It is marked as tentative.` : undefined,
    joinNote(meeting),
    hostNote(meeting),
    soon ? joinCall(meeting) : agendaCall(meeting, agenda),
  ].filter((note) => note !== undefined);
  const old = isOld(readAt, now);
  const spokenWarning = old
    ? md`This may be out of date: I last read the calendar ${inZone(readAt, zone)}.`
    : undefined;
  const spoken = md`${bold(title)} starts ${longWhen(start, zone)}.`;
  const when = md`${whenLine(start, end, zone)}, *${ago(start, zone)}*`;
  const shownAgenda = soon ? [] : agenda;
  return message(join([spokenWarning, spoken, ...notes, ...shownAgenda], ' '), [
    old ? section(ageWarning(readAt, zone)) : [],
    header(title),
    section(join([when, ...notes], '\n')),
    ...sections(shownAgenda),
    meetingButtons(meeting, soon ? 'primary' : undefined),
  ]);
}

function joinCall({ joinLink, agendaLink }: TimedMeeting): Mrkdwn | undefined {
  if (joinLink === undefined) return undefined;
  if (agendaLink === undefined) return md`No notes document is linked in the calendar.`;
  return md`Have a look at the agenda before you join.`;
}

/** Unless the agenda itself is shown, people are asked to write it. */
function agendaCall({ agendaLink }: TimedMeeting, agenda: readonly Mrkdwn[]): Mrkdwn | undefined {
  if (agenda.length > 0) return undefined;
  if (agendaLink === undefined) return md`No notes document is linked in the calendar.`;
  return md`Something to discuss? Add your topic to the agenda.`;
}

function ageWarning(readAt: DateTime<true>, zone: string): Mrkdwn {
  return md`*This may be out of date.* I couldn't read the calendar; I last read it ${ago(readAt, zone)}.`;
}
