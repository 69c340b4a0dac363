import type { DateTime } from 'luxon';
import { isTimed, type Meeting } from '../calendar/meeting.ts';
import { nextByRule } from '../calendar/published-rule.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import { oncePerText } from '../text/once-per-text.ts';
import { documentsIn, hasName, namesAnotherGroup, roomsIn, tellingWords } from './event-keys.ts';

/** Whose an event of the community's calendar is. */
export interface Owner {
  readonly groupId: string;
  /** The meeting that it is an occurrence of; undefined for one of the group's that it does not publish. */
  readonly meeting: GroupMeeting | undefined;
}

interface Candidate {
  readonly groupId: string;
  readonly names: readonly string[];
  readonly meeting: GroupMeeting;
  readonly rooms: readonly string[];
  readonly documents: readonly string[];
  readonly titles: readonly string[];
}

/**
 * Finds whose the events of the community's calendar are: by the number of the Zoom or LFX meeting, the
 * document with the notes, and then the title. What matches no meeting, or several that nothing tells apart,
 * is nobody's. `groups` are all that the bot knows, also those with a calendar of their own. What it reads of
 * texts is kept, so use a new one for each reading of the calendar.
 */
export function ownerFinder(groups: readonly Group[]): (event: Meeting) => Owner | undefined {
  const candidates = groups.flatMap(candidatesOf);
  const linked = oncePerText((text) => ({ rooms: roomsIn(text), documents: documentsIn(text) }));
  const titled = oncePerText((title) => {
    const possible = candidates.filter(({ names }) => !namesAnotherGroup(title, names));
    return { possible, same: new Set(possible.filter((one) => sameTitle(title, one))) };
  });
  return (event) => {
    const { possible, same } = titled(event.title);
    const { rooms, documents } = linked(
      [event.joinLink, event.agendaLink, event.place, event.description].join(' '),
    );
    const tests: Tests = {
      room: (one) => one.rooms.some((room) => rooms.includes(room)),
      notes: (one) => one.documents.some((document) => documents.includes(document)),
      title: (one) => same.has(one),
      hour: (one) => isOnRule(event, one),
    };
    const [only, ...others] = closest(possible, tests);
    if (only === undefined || others.length > 0) return undefined;
    const { groupId, meeting } = only;
    // A room alone may be used for something else, at another hour and under another name.
    const isIt = tests.title(only) || tests.hour(only) || (tests.room(only) && tests.notes(only));
    return { groupId, meeting: isIt ? meeting : undefined };
  };
}

type Tests = Readonly<Record<'room' | 'notes' | 'title' | 'hour', (one: Candidate) => boolean>>;

function candidatesOf(group: Group): Candidate[] {
  const channel = group.contact.slackChannel?.replace(/^#/u, '');
  const names = [group.name, group.id, channel].filter((name) => name !== undefined);
  return group.meetings.map((meeting) => {
    const { title, aliases, join = '', agenda = '' } = meeting;
    const keys = [title, ...aliases].map((one) => keyOf(one, names));
    return {
      groupId: group.id,
      names,
      meeting,
      rooms: roomsIn(join),
      documents: documentsIn(agenda),
      titles: keys,
    };
  });
}

function keyOf(title: string, names: readonly string[]): string {
  return tellingWords(title, names).join(' ');
}

function closest(
  possible: readonly Candidate[],
  { room, notes, title, hour }: Tests,
): readonly Candidate[] {
  const matching = [room, notes, title].map((test) => possible.filter(test));
  const first = matching.find((found) => found.length > 0) ?? [];
  // Several meetings in one room are told apart by their notes, their titles, and at last their hours.
  return [room, notes, title, hour].reduce((left, test) => {
    const closer = left.length > 1 ? left.filter(test) : [];
    return closer.length > 0 ? closer : left;
  }, first);
}

/** A title says so little that it counts only with the name of the group, or with two words of its own. */
function sameTitle(title: string, { names, titles }: Candidate): boolean {
  const telling = tellingWords(title, names);
  const isNamed = telling.length >= 2 || hasName(title, names);
  return isNamed && titles.includes(telling.join(' '));
}

function isOnRule(event: Meeting, { meeting: { when } }: Candidate): boolean {
  return when !== undefined && isTimed(event) && startsAt(event.start, when);
}

function startsAt(start: DateTime<true>, when: NonNullable<GroupMeeting['when']>): boolean {
  const dates = nextByRule(when, start, 1);
  return dates.week !== 'not computable' && dates.starts[0]?.toMillis() === start.toMillis();
}

/** An occurrence as one of the group's own: under the title of its meeting, with the links that it lacks. */
export function asOwn(event: Meeting, meeting: GroupMeeting | undefined): Meeting {
  if (meeting === undefined) return { ...event, regular: false };
  const { title, join, agenda } = meeting;
  const joinLink = event.joinLink ?? join;
  const agendaLink = event.agendaLink ?? agenda;
  return {
    ...event,
    title,
    regular: true,
    ...(joinLink !== undefined && { joinLink }),
    ...(agendaLink !== undefined && { agendaLink }),
  };
}
