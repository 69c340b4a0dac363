import type { DateTime } from 'luxon';
import { resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { destinationId } from './destination.ts';
import { isNudge } from './nudge.ts';
import type { DueReminder } from './plan.ts';
import type { PostState } from './ports.ts';
import type { PostedMessage, Statement } from './post.ts';

/** Whether a reminder is settled: posted or permanently abandoned. */
export function isSettled(key: string, states: ReadonlyMap<string, PostState>): boolean {
  const state = states.get(key);
  return state === 'posted' || state === 'abandoned';
}

/**
 * Leaves out reminders already sent for the same lead time and meeting, even under an event that it
 * continues or for a start a few minutes off: nobody needs to hear about it twice.
 */
export function notYetReminded<T extends DueReminder>(
  due: readonly T[],
  posts: readonly PostedMessage[],
  snapshot: CalendarSnapshot,
): T[] {
  const byDestination = Map.groupBy(posts, ({ destination }) => destinationId(destination));
  return due.filter((one) => {
    const theirs = byDestination.get(destinationId(one.destination)) ?? [];
    return !theirs.some(
      (post) =>
        post.kind === 'reminder' &&
        post.key !== one.key &&
        post.leadMinutes === one.leadMinutes &&
        isNudge(post.original.start, one.meeting.start) &&
        isSameMeeting(one, post, snapshot),
    );
  });
}

/** Whether a statement was about a due reminder's meeting, as the meeting is in the calendar now. */
export function isSameMeeting(
  { meeting }: Pick<DueReminder, 'meeting'>,
  said: Statement,
  snapshot: CalendarSnapshot,
): boolean {
  if (said.meetingId === meeting.id) return true;
  return resolveMeeting(said.meetingId, said.shown, snapshot)?.meetingId === meeting.id;
}

/** The start that a destination was last told for a meeting, if the meeting was moved since. */
export function toldBefore(
  due: DueReminder,
  posts: readonly PostedMessage[],
  snapshot: CalendarSnapshot,
): DateTime<true> | undefined {
  const id = destinationId(due.destination);
  return posts
    .filter((post) => destinationId(post.destination) === id && isSameMeeting(due, post, snapshot))
    .toSorted((a, b) => a.postedAt.toMillis() - b.postedAt.toMillis())
    .map(({ original }) => original.start)
    .findLast((start) => !isNudge(start, due.meeting.start));
}
