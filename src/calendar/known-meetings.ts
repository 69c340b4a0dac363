import { DateTime } from 'luxon';
import type { Steps } from '../concurrency/steps.ts';
import type { Meeting } from './meeting.ts';

/**
 * The meetings that were read, each as the object that it was in the last snapshot if nothing about it has
 * changed; if nothing at all has changed, the last list itself. So whoever keeps something about a meeting or
 * a calendar sees by identity whether it still holds.
 */
export function* keepKnown(
  read: readonly Meeting[],
  known: readonly Meeting[],
): Steps<readonly Meeting[]> {
  const knownById = new Map(known.map((meeting) => [meeting.id, meeting]));
  yield;
  const meetings: Meeting[] = [];
  for (const meeting of read) {
    const before = knownById.get(meeting.id);
    meetings.push(before && isEqual(before, meeting) ? before : meeting);
    yield;
  }
  const unchanged =
    known.length === meetings.length && known.every((meeting, at) => meeting === meetings[at]);
  return unchanged ? known : meetings;
}

function isEqual(one: Meeting, other: Meeting): boolean {
  const [facts, others] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    facts.length === others.size && facts.every(([name, fact]) => isSame(fact, others.get(name)))
  );
}

function isSame(one: unknown, other: unknown): boolean {
  if (!DateTime.isDateTime(one) || !DateTime.isDateTime(other)) return one === other;
  return one.toMillis() === other.toMillis() && one.zoneName === other.zoneName;
}
