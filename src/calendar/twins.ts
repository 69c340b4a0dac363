import type { Steps } from '../concurrency/steps.ts';
import { squash } from '../text/similarity.ts';
import { type Meeting, stands } from './meeting.ts';

/** A meeting as one calendar entry describes it. */
export interface Entry {
  readonly meeting: Meeting;
  /** The iCalendar UID: the same in every copy of one event, and in every occurrence of a series. */
  readonly uid: string | undefined;
  /** Its link is the group's published one, since the entry has none. */
  readonly borrowed: boolean;
}

/**
 * Merges duplicate entries into one meeting each. Copies of an event share its UID and start; an event that
 * was entered twice has the same title, time and room. One that is in `known` is preferred, so that the
 * meeting keeps its ID from one read to the next.
 */
export function* onePerMeeting(
  entries: readonly Entry[],
  known: ReadonlySet<string>,
): Steps<readonly Meeting[]> {
  const byStart = Map.groupBy(entries, ({ meeting }) => startKey(meeting));
  yield;
  const kept = new Map<Meeting, Meeting>();
  for (const group of byStart.values()) {
    const named = group.map((entry) => ({ ...entry, name: squash(entry.meeting.title) }));
    for (const twins of twinsAmong(named.toSorted((a, b) => rank(a, known) - rank(b, known)))) {
      kept.set(twins[0].meeting, twins.length > 1 ? completed(twins) : twins[0].meeting);
    }
    yield;
  }
  return entries.flatMap(({ meeting }) => kept.get(meeting) ?? []);
}

interface NamedEntry extends Entry {
  /** Its title, normalized so that two spellings of it agree. */
  readonly name: string;
}

type Twins = [NamedEntry, ...NamedEntry[]];

function twinsAmong(entries: readonly NamedEntry[]): Twins[] {
  const found: Twins[] = [];
  for (const entry of entries) {
    const others = found.find((twins) => twins.some((twin) => areTwins(twin, entry)));
    if (others) others.push(entry);
    else found.push([entry]);
  }
  return found;
}

function areTwins(one: NamedEntry, other: NamedEntry): boolean {
  if (one.uid !== undefined && one.uid === other.uid) return true;
  if (one.name !== other.name) return false;
  const [a, b] = [one.meeting, other.meeting];
  // A cancelled meeting next to one that takes place is left to the code that drops replaced entries.
  if (stands(a) !== stands(b)) return false;
  return agree(a.joinLink, b.joinLink) && agree(a.place, b.place);
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** The first of them, with any missing links and place filled in from the others. */
function completed(twins: Twins): Meeting {
  const [{ meeting }] = twins;
  const linked = twins.filter((twin) => twin.meeting.joinLink !== undefined);
  const link = (linked.find(({ borrowed }) => !borrowed) ?? linked[0])?.meeting;
  const agendaLink = twins.find((twin) => twin.meeting.agendaLink !== undefined)?.meeting
    .agendaLink;
  const place = twins.find((twin) => twin.meeting.place !== undefined)?.meeting.place;
  const { joinLink: _, linkKind: __, ...rest } = meeting;
  return {
    ...rest,
    ...(link?.joinLink !== undefined && { joinLink: link.joinLink }),
    ...(link?.linkKind !== undefined && { linkKind: link.linkKind }),
    ...(agendaLink !== undefined && { agendaLink }),
    ...(place !== undefined && { place }),
  };
}

function rank({ meeting }: Entry, known: ReadonlySet<string>): number {
  return (stands(meeting) ? 0 : 4) + (known.has(meeting.id) ? 0 : 2) + (meeting.regular ? 0 : 1);
}

function startKey(meeting: Meeting): string {
  return meeting.allDay ? meeting.startDate : String(meeting.start.toMillis());
}
