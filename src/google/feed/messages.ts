import type { Published } from '../cancelled.ts';
import type { Malformed } from '../meetings.ts';
import type { Window } from './occurrences.ts';
import type { PlainMeeting } from './plain-meeting.ts';

/**
 * What the main thread tells the worker: the meetings of the last snapshot, then the feed to read; and it asks
 * for one batch after another. Meetings cross in batches, so that none keeps the main thread busy for long.
 */
export type FeedMessage =
  | { readonly kind: 'known'; readonly meetings: readonly PlainMeeting[] }
  | ({ readonly kind: 'feed' } & Feed)
  | { readonly kind: 'next' };

/** A feed to read. */
export interface Feed {
  /** In UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly published: Published;
  readonly window: Window;
}

/** What the worker answers. */
export type FeedReply =
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'broken'; readonly error: Error }
  | {
      readonly kind: 'read';
      readonly malformed: readonly Malformed[];
      readonly withheld: readonly string[];
    }
  | { readonly kind: 'batch'; readonly meetings: readonly PlainMeeting[]; readonly last: boolean };
