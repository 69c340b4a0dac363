import type { DateTime } from 'luxon';
import type { Meeting } from './meetings/meeting.ts';
import type { Message } from './views/message.ts';

/** The time. Read once at the edge; everything within takes `now`. */
export interface Clock {
  now(): DateTime<true>;
}

/** The meetings of one reading of the calendar. */
export interface CalendarCopy {
  readonly meetings: readonly Meeting[];
  readonly readAt: DateTime;
}

/** What the bot knows of the calendar at this moment; always in memory. */
export type CalendarState =
  | { readonly kind: 'not configured' }
  | { readonly kind: 'never read'; readonly failing: boolean }
  | ({ readonly kind: 'read'; readonly failing: boolean } & CalendarCopy);

/** The last good copy of the group's calendar. */
export interface Calendar {
  state(): CalendarState;
}

/** Reads the whole window from the calendar's origin. Fails with UpstreamError. */
export interface CalendarSource {
  read(now: DateTime, known: readonly Meeting[]): Promise<readonly Meeting[]>;
}

/** Keeps the copy across restarts. */
export interface CalendarCopies {
  load(calendarId: string): Promise<CalendarCopy | undefined>;
  save(calendarId: string, copy: CalendarCopy): Promise<void>;
}

/** What names a post, in the ledger and in the metadata of its message. */
export interface PostLabel {
  readonly key: string;
  readonly kind: 'reminder';
  readonly meetingId: string;
}

/** What the ledger needs to know of a post before it is claimed. */
export interface PostToClaim extends PostLabel {
  readonly meetingStart: DateTime;
  readonly channel: string;
}

/**
 * `claimed`: nobody has tried it, or the one who did certainly failed: post it.
 * `unsettled`: a try whose outcome nobody recorded: look for it in the channel first.
 * `taken`: settled, or another holds its lease.
 */
export type Claim = 'claimed' | 'unsettled' | 'taken';

/** The durable record of what was posted. */
export interface Ledger {
  /** Takes the post for the length of the lease, in one atomic statement. */
  claim(post: PostToClaim, now: DateTime): Promise<Claim>;
  recordPosted(key: string, ts: string, now: DateTime): Promise<void>;
  /** Settles the post as given up. */
  recordRefused(key: string, reason: string, now: DateTime): Promise<void>;
  /** Gives the claim back after a try that certainly had no effect; not before `retryAt`. */
  release(key: string, retryAt: DateTime, now: DateTime): Promise<void>;
  /** Keys of the settled posts for meetings that begin after `now`. */
  settledAhead(now: DateTime): Promise<ReadonlySet<string>>;
  /** Forgets posts for meetings that began before `before`. */
  prune(before: DateTime): Promise<number>;
}

/** What came of one try to post. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly ts: string }
  /** Slack said no and will again: nothing was posted. */
  | { readonly kind: 'refused'; readonly reason: string; readonly advice: string }
  /** Slack asked to wait: nothing was posted. */
  | { readonly kind: 'rate limited'; readonly retryAfterSeconds: number }
  /** The request never reached Slack: nothing was posted. */
  | { readonly kind: 'not posted'; readonly reason: string }
  /** No answer, or one that nobody can read: it may have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Puts messages into Slack. Each call is one try. */
export interface Poster {
  post(channel: string, message: Message, label: PostLabel): Promise<PostOutcome>;
  /** The `ts` of the message that carries the key in its metadata, if one does since `since`. */
  findPosted(channel: string, key: string, since: DateTime): Promise<string | undefined>;
}
