import type { DateTime } from 'luxon';
import type { MeetingDetails } from '../calendar/meeting-details.ts';
import type { ResolvedMeeting } from '../calendar/resolve-meeting.ts';
import type { Message } from '../messages/message.ts';
import type { PostedMessage } from './corrections.ts';
import type { LeadTimes } from './lead-times.ts';

/** What a message carries in its metadata. `key` names the post for ever. */
export interface PostLabel {
  readonly key: string;
  readonly kind?: string;
  readonly meetingId?: string;
}

/** A post, and what it is to tell. */
export interface PlannedPost extends PostLabel {
  readonly kind: PostedMessage['kind'];
  readonly meetingId: string;
  readonly leadMinutes: number | undefined;
  /** Where it is to be posted: a channel's id, or a member's for a direct message. */
  readonly channel: string;
  /** The one person whom it is for. */
  readonly recipient?: string | undefined;
  readonly details: MeetingDetails;
  /** When the calendar was read that `details` is from. */
  readonly asOf: DateTime<true>;
}

/**
 * `claimed`: nobody has tried it, or the one who did certainly failed: post it.
 * `unsettled`: a try whose outcome nobody recorded: look for it in the channel first.
 * `taken`: settled, or another holds its lease.
 */
export type Claim =
  | { readonly kind: 'claimed'; readonly attempts: number }
  /** `since`: when the post was first tried, by the clock of whoever tried it. */
  | { readonly kind: 'unsettled'; readonly attempts: number; readonly since: DateTime<true> }
  | { readonly kind: 'taken' };

/** The durable record of what is posted, was posted and was given up: in the channel, or to single people. */
export interface Ledger {
  /** Takes the post for the length of the lease, in one atomic statement. */
  claim(post: PlannedPost, now: DateTime<true>): Promise<Claim>;
  /** Notes a post that is to be made; nothing when it is there already. */
  enqueue(post: PlannedPost, now: DateTime<true>): Promise<void>;
  /** Says anew what a claimed post tells, before it is tried again. */
  restate(post: PlannedPost, now: DateTime<true>): Promise<void>;
  /** `channel` is where Slack put it: for a direct message that is not what was asked for. */
  recordPosted(key: string, at: MessagePlace, now: DateTime<true>): Promise<void>;
  /** Settles the post as given up. */
  recordGivenUp(key: string, reason: string, now: DateTime<true>): Promise<void>;
  /** Takes back a claimed post that was certainly not made, as if nobody had planned it. */
  forget(key: string): Promise<void>;
  /** After a try that certainly had no effect: not before `retryAt`. */
  release(key: string, retryAt: DateTime<true>, now: DateTime<true>): Promise<void>;
  /** After a try that may have had one: the channel is to be asked, not before `retryAt`. */
  defer(key: string, retryAt: DateTime<true>, now: DateTime<true>): Promise<void>;
  /** Keys of the settled posts for meetings that begin after `now`. */
  settledAhead(now: DateTime<true>): Promise<ReadonlySet<string>>;
  /** Posts that are neither made nor given up, and that nobody holds at `now`. */
  pending(now: DateTime<true>): Promise<readonly PlannedPost[]>;
  /** Messages about meetings that began after `since`, or have not begun. */
  posted(since: DateTime<true>): Promise<readonly PostedMessage[]>;
  /** Takes a posted message for an edit; false when another is at it. */
  claimEdit(key: string, now: DateTime<true>): Promise<boolean>;
  /** Notes what a message says since its edit, and gives the claim on it back. */
  recordEdited(
    key: string,
    found: ResolvedMeeting,
    asOf: DateTime<true>,
    now: DateTime<true>,
  ): Promise<void>;
  /** Forgets posts for meetings that began before `before`. */
  prune(before: DateTime<true>): Promise<number>;
}

/** When someone wants to be reminded: of every meeting, or of those that go by a name. */
export interface Subscription {
  readonly userId: string;
  /** A workstream or the name of a meeting; absent: every meeting. */
  readonly about: string | undefined;
  readonly leads: LeadTimes;
}

/** What people have asked to be reminded of. */
export interface Subscriptions {
  of(userId: string): Promise<readonly Subscription[]>;
  all(): Promise<readonly Subscription[]>;
  /** Takes the place of what the person wanted for the same name; without leads it ends that. */
  set(subscription: Subscription): Promise<void>;
  /** Ends them all. */
  stop(userId: string): Promise<void>;
  /** Removes everything that is kept of a person. */
  forget(userId: string): Promise<void>;
}

/** Slack said no and will again: nothing was done. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
  readonly advice: string;
}

/** Slack asked to wait: nothing was done. */
export interface RateLimited {
  readonly kind: 'rate limited';
  readonly retryAfterSeconds: number;
}

/** Where a message is in Slack. */
export interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

/** What came of one try to post. */
export type PostOutcome =
  | ({ readonly kind: 'posted' } & MessagePlace)
  | Refused
  /** The person left, or wants no messages of the bot. */
  | { readonly kind: 'gone' }
  | RateLimited
  /** The request never reached Slack: nothing was posted. */
  | { readonly kind: 'not posted'; readonly reason: string }
  /** No answer, or one that nobody can read: it may have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What came of one try to edit. An edit may be repeated, so a lost answer needs no care. */
export type EditOutcome =
  | { readonly kind: 'edited' }
  | Refused
  | { readonly kind: 'try again'; readonly reason: string };

/** What came of looking for a post in the channel. */
export type Lookup =
  | ({ readonly kind: 'found' } & MessagePlace)
  | { readonly kind: 'not there' }
  | Refused
  | { readonly kind: 'try again'; readonly reason: string };

/** Puts messages into Slack. Each call is one try. A member's id as `channel` means a direct message. */
export interface Poster {
  post(channel: string, message: Message, label: PostLabel): Promise<PostOutcome>;
  edit(channel: string, ts: string, message: Message, label: PostLabel): Promise<EditOutcome>;
  /** Looks for the message that carries the key in its metadata, posted after `since`. `channel` as in post. */
  find(channel: string, key: string, since: DateTime<true>): Promise<Lookup>;
}
