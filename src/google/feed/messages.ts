import type { Published } from '../cancelled.ts';
import type { Malformed } from '../meetings.ts';
import type { Window } from './occurrences.ts';
import type { PlainMeeting } from './plain-meeting.ts';

/** What the main thread asks of the worker: to read a feed, and then for one batch after another. */
export type FeedMessage = FeedRequest | 'next';

/** A feed to read. */
export interface FeedRequest {
  /** The feed, in UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly published: Published;
  readonly known: readonly PlainMeeting[];
  readonly window: Window;
}

/**
 * What the worker answers. Meetings come in batches, each one when it is asked for, so that no batch
 * keeps the main thread busy for long.
 */
export type FeedReply =
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'broken'; readonly error: Error }
  | {
      readonly kind: 'read';
      readonly malformed: readonly Malformed[];
      readonly withheld: readonly string[];
    }
  | { readonly kind: 'batch'; readonly meetings: readonly PlainMeeting[]; readonly last: boolean };
