import type { TimedMeeting } from '../calendar/meeting.ts';
import type { CalendarState, ReadCalendar } from '../calendar/snapshot.ts';
import { meetingFinder, regularMeeting } from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import { actions, context, header, linkButton, message, section } from '../messages/blocks.ts';
import { calendarSource } from '../messages/calendar-source.ts';
import { groupSource } from '../messages/group-source.ts';
import { nameAndDate, whenLine } from '../messages/meeting-lines.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ago } from '../messages/time.ts';
import type { SharedContext } from './command.ts';

type Asked = Pick<SharedContext, 'group' | 'now'>;

/** The meeting that ended last, with what is left of it. */
export function lastMeetingMessage(
  last: TimedMeeting,
  calendar: ReadCalendar,
  { group, now }: Asked,
): Message {
  const { zone } = group;
  const { warning, spokenWarning, source } = calendarSource(calendar, now, zone);
  const notes = last.agendaLink;
  const when = md`${whenLine(last.start, last.end, zone)}, ${ago(last.start, zone)}`;
  const noNotes =
    notes === undefined ? md`No notes document is linked in the calendar.` : undefined;
  return message(
    join([spokenWarning, md`The last meeting was ${nameAndDate(last, zone)}.`, noNotes], ' '),
    [
      warning,
      header(last.title),
      section(join([when, noNotes], '\n')),
      whatIsLeft(group, notes, meetingFinder(group.meetings)(last.title)),
      context(source),
    ],
  );
}

/** The calendar has no such meeting, or there is no calendar to read. */
export function noLastMeetingMessage(
  { kind }: CalendarState,
  name: string | undefined,
  { group }: Asked,
): Message {
  const which =
    name === undefined ? md`past meeting` : md`past meeting of the name ${bold(name, 60)}`;
  const left = whatIsLeft(group, regularMeeting(group)?.agenda, regularMeeting(group));
  const more = left.length > 0 ? md`The notes and the recordings tell more.` : undefined;
  const sentence = join([whyNone(kind, which), more], ' ');
  return message(sentence, [section(sentence), left, groupSource(group)]);
}

function whyNone(kind: CalendarState['kind'], which: Mrkdwn): Mrkdwn {
  switch (kind) {
    case 'not published':
      return md`The group publishes no calendar, so that I know of no ${which}.`;
    case 'never read':
      return md`I haven't been able to read the group's calendar yet, so that I know of no ${which}.`;
    case 'read':
      return md`The part of the group's calendar that I read has no ${which}.`;
  }
}

function whatIsLeft(
  { recordings }: Group,
  notes: string | undefined,
  published: GroupMeeting | undefined,
): Block[] {
  return actions([
    linkButton('Notes', notes, 'open-notes'),
    linkButton('Recordings', published?.recordings ?? recordings.playlist, 'open-recordings'),
  ]);
}
