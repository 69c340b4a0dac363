import type { DateTime } from 'luxon';
import { isTimed, keyStamp, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, link, md } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';
import type { Flow } from '../organizers/flow.ts';
import type { KeptMessage } from '../organizers/kept-messages.ts';
import type { AgendaBook } from './agenda-book.ts';
import { proposalsFor } from './proposal.ts';

// A day before there is time to cancel; in the last hours there isn't.
const ASKED = { hours: 24 };
const TOO_LATE = { hours: 2 };

export interface EmptyAgendaTools {
  readonly group: Pick<Group, 'zone' | 'calendar'>;
  readonly channelId: string;
  readonly book: Pick<AgendaBook, 'of' | 'proposals'>;
}

/** Asks organizers a day before a meeting without topics whether to cancel it. */
export function emptyAgendaFlow({ group, channelId, book }: EmptyAgendaTools): Flow {
  const destination = { kind: 'channel', channelId } as const;

  function keptFor(meeting: TimedMeeting, now: DateTime<true>): KeptMessage[] {
    const key = `agenda/empty/${meeting.id}/${keyStamp(meeting.start)}`;
    const kept = { key, destination, keepUntil: meeting.start } as const;
    if (!stands(meeting))
      return [{ ...kept, message: cancelledMessage(meeting), ifAbsent: 'leave' }];
    const { kind } = book.of(meeting);
    const proposals = proposalsFor(meeting, book.proposals());
    if (kind === 'empty' && proposals.length === 0) {
      const isTime = now < meeting.start.minus(TOO_LATE);
      return [
        { ...kept, message: emptyMessage(meeting, group), ifAbsent: isTime ? 'post' : 'leave' },
      ];
    }
    const isFilled = kind === 'topics' || proposals.length > 0;
    return isFilled ? [{ ...kept, message: filledMessage(meeting, group), ifAbsent: 'leave' }] : [];
  }

  return {
    name: 'empty agendas',
    async wanted({ now, snapshot }) {
      return aheadOf(snapshot.meetings, now).flatMap((meeting) => keptFor(meeting, now));
    },
  };
}

function aheadOf(meetings: readonly Meeting[], now: DateTime<true>): TimedMeeting[] {
  return meetings.filter(isTimed).filter(({ start }) => start > now && start <= now.plus(ASKED));
}

function emptyMessage(
  { title, start, agendaLink }: TimedMeeting,
  { zone, calendar }: EmptyAgendaTools['group'],
): Message {
  const sentence = md`Nothing is on the agenda of ${bold(title)}, ${longWhen(start, zone)}. Cancel it?`;
  return message(sentence, [
    header('Nothing on the agenda'),
    section(sentence),
    ...sections([
      md`1. Ask in the group’s channel whether anybody has a topic.`,
      calendar?.page === undefined
        ? md`2. If not, delete this one event in the calendar. I tell everyone who was reminded.`
        : md`2. If not, delete this one event in ${link(calendar.page, 'the calendar')}. I tell everyone who was reminded.`,
      md`3. Write “cancelled” beside the date in the notes.`,
    ]),
    actions([linkButton('Agenda and notes', agendaLink, 'open-agenda')]),
  ]);
}

function filledMessage({ title, start }: TimedMeeting, { zone }: Pick<Group, 'zone'>): Message {
  const sentence = md`${bold(title)}, ${longWhen(start, zone)}, had nothing on its agenda. Now there are topics.`;
  return message(sentence, [section(sentence)]);
}

function cancelledMessage({ title }: TimedMeeting): Message {
  const sentence = md`${bold(title)} had nothing on its agenda, and is cancelled.`;
  return message(sentence, [section(sentence)]);
}
