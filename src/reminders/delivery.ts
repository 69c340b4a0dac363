import type { DateTime } from 'luxon';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Problems } from '../problems.ts';
import type { Ledger, Poster, PostMetadata } from './ports.ts';
import type { PlannedPost } from './post.ts';

export interface DeliveryTools {
  readonly ledger: Ledger;
  readonly poster: Poster;
  readonly problems: Pick<Problems, 'report' | 'solved'>;
  readonly journal: Journal;
  /** Read anew for each post: many posts take longer than a lease. */
  readonly clock: Clock;
  /** Aborted when the bot stops: what is under way is finished, nothing else begun. */
  readonly stopping: AbortSignal;
  /** A number from 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly groupId: string;
}

/** What came of one attempt to deliver a post. */
export type Delivery =
  /** There is nothing more to do with it for now. */
  | { readonly kind: 'done' }
  /** It is settled, or another is at it: nothing was done. */
  | { readonly kind: 'taken' }
  /** Slack asked to wait, so all further posts should. */
  | { readonly kind: 'wait'; readonly until: DateTime<true> }
  /** Slack refuses it for now: it is tried again at `until`. */
  | { readonly kind: 'refused'; readonly until: DateTime<true> }
  /** Slack says that its reader can't be sent anything: it is tried again at `until`. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly until: DateTime<true> }
  /** It was posted. */
  | { readonly kind: 'posted' };

export const DONE: Delivery = { kind: 'done' };
export const TAKEN: Delivery = { kind: 'taken' };

/** What the message of a post carries for whoever looks for it later. */
export function metadataOf(
  { key, destination, kind, meetingId }: Omit<PlannedPost, 'details' | 'asOf'>,
  { groupId }: Pick<DeliveryTools, 'groupId'>,
): PostMetadata {
  return { key, groupId, destination, kind, meetingId };
}
