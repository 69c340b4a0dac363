import type { DateTime } from 'luxon';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Problems } from '../problems.ts';
import type { Attempt, Poster, PostIdentity, PostMetadata, PostRecord } from './ports.ts';
import type { PlannedPost } from './post.ts';

export interface DeliveryTools<Post = PlannedPost> {
  readonly ledger: PostRecord<Post>;
  readonly poster: Poster;
  readonly problems: Pick<Problems, 'report' | 'solved'>;
  readonly journal: Journal;
  readonly observe?: (attempt: Attempt<Post>) => void;
  /** Read again for each post: many posts take longer than a lease. */
  readonly clock: Clock;
  /** Aborted when the bot stops: work in progress is finished, nothing else is started. */
  readonly stopping: AbortSignal;
  /** A number from 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly groupId: string;
}

/** The outcome of one attempt to deliver a post. */
export type Delivery =
  /** There is nothing more to do for it now. */
  | { readonly kind: 'done' }
  /** It is settled, or someone else holds it: nothing was done. */
  | { readonly kind: 'taken' }
  /** Slack asked to wait, so all other posts should too. */
  | { readonly kind: 'wait'; readonly until: DateTime<true> }
  /** Slack refuses it for now; the next attempt is at `until`. */
  | { readonly kind: 'refused'; readonly until: DateTime<true> }
  /** Slack says that its recipient can't be reached; the next attempt is at `until`. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly until: DateTime<true> }
  /** It was posted. */
  | { readonly kind: 'posted' };

export const DONE: Delivery = { kind: 'done' };
export const TAKEN: Delivery = { kind: 'taken' };

/** The metadata by which a post's message can be found later. */
export function metadataOf(
  { key, destination, kind, meetingId }: PostIdentity,
  { groupId }: Pick<DeliveryTools, 'groupId'>,
): PostMetadata {
  return { key, groupId, destination, kind, ...(meetingId !== undefined && { meetingId }) };
}
