import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { context, header, section } from '../messages/blocks.ts';
import { hostNote } from '../messages/host-note.ts';
import { joinNote } from '../messages/join-words.ts';
import { comingMeetingButtons, meetingButtons } from '../messages/meeting-buttons.ts';
import { whenLine } from '../messages/meeting-lines.ts';
import type { Block } from '../messages/message.ts';
import { join, md, paragraph } from '../messages/mrkdwn.ts';
import { ago } from '../messages/time.ts';

const MAX_DESCRIPTION_LENGTH = 300;

/** A meeting that has begun. */
export function meetingUnderWay(meeting: TimedMeeting, zone: string): Block[] {
  const { title, start, end } = meeting;
  const when = md`*Began ${ago(start, zone)}* · ${whenLine(start, end, zone)}`;
  return [
    header(title),
    section(join([when, joinNote(meeting), hostNote(meeting)], '\n')),
    ...meetingButtons(meeting, 'primary', `-on-${meeting.id}`),
  ];
}

/** A meeting to come: its title, when it is, and all that can be done about it. */
export function comingMeeting(
  meeting: TimedMeeting,
  { zone, status: groupStatus }: Pick<Group, 'zone' | 'status'>,
): Block[] {
  const { title, start, end, status } = meeting;
  const notes = [
    status === 'tentative' ? md`It is marked as tentative.` : undefined,
    joinNote(meeting),
    hostNote(meeting),
  ];
  return [
    header(title),
    section(join([whenLine(start, end, zone), ...notes], '\n')),
    ...comingMeetingButtons(meeting, groupStatus === 'active'),
    ...about(meeting),
  ];
}

/** Regular meetings carry the same invitation text each time; others say what they are about. */
function about({ regular, description }: TimedMeeting): Block[] {
  if (regular || description === '') return [];
  return [context(paragraph(description, MAX_DESCRIPTION_LENGTH))];
}
