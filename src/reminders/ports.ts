import type { DateTime } from 'luxon';
import type { ResolvedMeeting } from '../calendar/resolve-meeting.ts';
import type { Message } from '../messages/message.ts';
import type { Destination } from './destination.ts';
import type { MessageRef, PlannedPost, PostedMessage, Statement } from './post.ts';
import type { Demand, PersonalSubscription } from './subscription.ts';

/**
 * `claimed`: it was never tried, or every attempt certainly failed: post it.
 * `unsettled`: an attempt has no recorded outcome: look for it in Slack first.
 * `taken`: it is settled, or someone else holds its lease.
 */
export type Claim =
  | { readonly kind: 'claimed'; readonly attempts: number }
  /** `since`: when the post was first tried, by the clock of the process that tried it. */
  | { readonly kind: 'unsettled'; readonly attempts: number; readonly since: DateTime<true> }
  | { readonly kind: 'taken' };

/** `open`: still to be made. `claimed`: someone is trying, or died trying. The other two are settled. */
export type PostState = 'open' | 'claimed' | 'posted' | 'abandoned';

/** The durable record of posts, by which each of them is made once. */
export interface PostRecord<Post> {
  /** Claims the post for the length of a lease, in one atomic statement. */
  claim(post: Post, now: DateTime<true>): Promise<Claim>;
  /** Updates what a claimed post says, before it is tried again. */
  restate(post: Post, now: DateTime<true>): Promise<void>;
  /** `at.channel` is where Slack put it: for a direct message, the conversation. */
  recordPosted(key: string, at: MessageRef, now: DateTime<true>): Promise<void>;
  /** Settles a post that will not be made. */
  abandon(key: string, reason: string, now: DateTime<true>): Promise<void>;
  /** Removes a claimed post that was certainly not made, as if it had never been planned. */
  withdraw(key: string): Promise<void>;
  /** After an attempt that certainly had no effect: retry it, not before `retryAt`. */
  release(key: string, retryAt: DateTime<true>, now: DateTime<true>): Promise<void>;
  /** After an attempt that may have had one: search Slack, not before `retryAt`. */
  defer(key: string, retryAt: DateTime<true>, now: DateTime<true>): Promise<void>;
  /**
   * Claims a posted message for an edit; false if someone else is editing it. Until the edit is recorded,
   * it is unknown what it says.
   */
  claimEdit(key: string, now: DateTime<true>): Promise<boolean>;
}

/** The record of one group's reminders and notices to one kind of destination. */
export interface Ledger extends PostRecord<PlannedPost> {
  /** Records posts to be made, each not before its moment; known ones stay as they are. */
  enqueue(
    posts: readonly { readonly post: PlannedPost; readonly notBefore: DateTime<true> }[],
    now: DateTime<true>,
  ): Promise<void>;
  /** The known posts for meetings that start after `now`, by key. */
  states(now: DateTime<true>): Promise<ReadonlyMap<string, PostState>>;
  /** Posts that are neither made nor abandoned, and not held by anyone at `now`. */
  pending(now: DateTime<true>): Promise<readonly PlannedPost[]>;
  /** What messages say about meetings that start after `since`; each statement once. */
  statements(since: DateTime<true>): Promise<readonly Statement[]>;
  /** Messages about those of these meetings that start after `since`. */
  postedAbout(
    meetingIds: readonly string[],
    since: DateTime<true>,
  ): Promise<readonly PostedMessage[]>;
  /** Messages about meetings that start after `since`, ordered by start. */
  posted(since: DateTime<true>): Promise<readonly PostedMessage[]>;
  /** Records what a message says after its edit, and releases the claim. */
  recordEdited(
    key: string,
    resolved: ResolvedMeeting,
    asOf: DateTime<true>,
    now: DateTime<true>,
  ): Promise<void>;
  /** Deletes posts for meetings that started before `before`. */
  prune(before: DateTime<true>): Promise<number>;
}

/** What people have asked one group's bot to remind them of. */
export interface Subscriptions {
  of(userId: string): Promise<readonly PersonalSubscription[]>;
  /** Those about one of these names, undefined for all meetings; every one if none are given. */
  all(abouts?: readonly (string | undefined)[]): Promise<readonly PersonalSubscription[]>;
  /** How many people want what, without saying who. */
  demand(): Promise<readonly Demand[]>;
  /** Replaces what the person wanted for the same name; without lead times, deletes it. */
  set(subscription: PersonalSubscription): Promise<void>;
  /** Deletes all of a person's subscriptions. */
  stop(userId: string): Promise<void>;
  /** A person can't be reached: no reminders until `resume`. */
  pause(userId: string, now: DateTime<true>): Promise<void>;
  /** A person can be reached again. */
  resume(userId: string): Promise<void>;
  /** Deletes the subscriptions of people who were paused before `before`. */
  forgetPaused(before: DateTime<true>): Promise<void>;
  /** Deletes everything the store has about a person in this group. */
  forget(userId: string): Promise<void>;
}

/** Slack refused: nothing was done. It may accept later, once someone has followed `advice`. */
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

/** The outcome of one attempt to post. */
export type PostOutcome =
  | ({ readonly kind: 'posted' } & MessageRef)
  | Refused
  /** The message itself is at fault, even as plain text: it will never be posted. */
  | { readonly kind: 'unfit'; readonly reason: string }
  /** Slack says that this person can't be reached. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  | RateLimited
  /** The request never reached Slack: nothing was posted. */
  | { readonly kind: 'not posted'; readonly reason: string }
  /** No response, or an unreadable one: it may have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** The outcome of one attempt to edit. An edit may be repeated, so a lost response needs no special care. */
export type EditOutcome =
  | { readonly kind: 'edited' }
  /** Someone deleted the message, or it can no longer be edited. */
  | { readonly kind: 'out of reach' }
  | Refused
  | { readonly kind: 'try again'; readonly reason: string };

/** The outcome of looking for a post in Slack. */
export type Lookup =
  | ({ readonly kind: 'found' } & MessageRef)
  | { readonly kind: 'not there' }
  | Refused
  | { readonly kind: 'try again'; readonly reason: string };

/** One attempt to post, and how it ended. */
export interface Attempt<Post> {
  readonly post: Post;
  readonly outcome: PostOutcome['kind'];
  readonly at: DateTime<true>;
}

/** Is told of each attempt. */
export type ObserveAttempt = (attempt: Attempt<PlannedPost | KeptPost>) => void;

/** What tells a message from all others of its group. */
export interface PostIdentity {
  readonly key: string;
  readonly destination: Destination;
  /** `kept`: a message that is edited whenever what it should say changes. */
  readonly kind: PlannedPost['kind'] | 'kept' | 'alert' | 'answer';
  readonly meetingId?: string;
}

export interface KeptPost extends PostIdentity {
  readonly kind: 'kept';
}

/** What a message carries in its metadata, so that it can be found again. */
export interface PostMetadata extends PostIdentity {
  readonly groupId: string;
}

/** Sends messages to Slack. Each call is one attempt. */
export interface Poster {
  post(message: Message, metadata: PostMetadata): Promise<PostOutcome>;
  edit(at: MessageRef, message: Message, metadata: PostMetadata): Promise<EditOutcome>;
  /** Searches the destination for the message with this key and group, posted after `since`. */
  find(metadata: PostMetadata, since: DateTime<true>): Promise<Lookup>;
}
