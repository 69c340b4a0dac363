import type { DateTime } from 'luxon';
import type { Resolve } from './corrections.ts';
import { destinationId } from './destination.ts';
import { isNudge } from './nudge.ts';
import type { DueReminder } from './plan.ts';
import type { PostState } from './ports.ts';
import type { PostedMessage } from './post.ts';

/** Whether a reminder is settled: posted or permanently abandoned. */
export function isSettled(key: string, states: ReadonlyMap<string, PostState>): boolean {
  const state = states.get(key);
  return state === 'posted' || state === 'abandoned';
}

/** What destinations were told of the meetings of reminders that are due. */
export interface Told {
  /**
   * Whether a reminder was already sent for the same lead time and meeting, even under an event that it
   * continues or for a start a few minutes off: nobody needs to hear about it twice.
   */
  isReminded(due: DueReminder): boolean;
  /** The start that a destination was last told for a meeting, if the meeting was moved since. */
  startBefore(due: DueReminder): DateTime<true> | undefined;
}

export function toldIn(posts: readonly PostedMessage[], resolve: Resolve): Told {
  const byDestination = Map.groupBy(posts, ({ destination }) => destinationId(destination));

  function about({ destination, meeting }: DueReminder): PostedMessage[] {
    const theirs = byDestination.get(destinationId(destination)) ?? [];
    return theirs.filter(
      (post) => post.meetingId === meeting.id || resolve(post)?.meetingId === meeting.id,
    );
  }

  return {
    isReminded: (due) =>
      about(due).some(
        (post) =>
          post.kind === 'reminder' &&
          post.key !== due.key &&
          post.leadMinutes === due.leadMinutes &&
          isNudge(post.original.start, due.meeting.start),
      ),
    startBefore: (due) =>
      about(due)
        .toSorted((a, b) => a.postedAt.toMillis() - b.postedAt.toMillis())
        .map(({ original }) => original.start)
        .findLast((start) => !isNudge(start, due.meeting.start)),
  };
}
