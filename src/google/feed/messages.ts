import type { Published } from '../cancelled.ts';
import type { Malformed } from '../meetings.ts';
import type { Window } from './occurrences.ts';
import type { PlainMeeting } from './plain-meeting.ts';

/** What the worker is asked to read. */
export interface FeedRequest {
  readonly url: string;
  readonly calendarId: string;
  readonly etag: string | undefined;
  readonly published: Published;
  readonly known: readonly PlainMeeting[];
  readonly window: Window;
}

/**
 * What the worker answers. Meetings come in batches, each one when it is asked for, so that no batch
 * keeps the main thread busy for long.
 */
export type FeedReply =
  | { readonly kind: 'not modified' }
  | { readonly kind: 'failed'; readonly message: string; readonly advice: string | undefined }
  | { readonly kind: 'broken'; readonly error: Error }
  | {
      readonly kind: 'read';
      readonly etag: string | undefined;
      readonly malformed: readonly Malformed[];
      readonly withheld: readonly string[];
    }
  | { readonly kind: 'batch'; readonly meetings: readonly PlainMeeting[]; readonly last: boolean };
