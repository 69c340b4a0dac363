import type { DateTime } from 'luxon';
import type { ResolvedMeeting } from '../calendar/resolve-meeting.ts';
import type { Message } from '../messages/message.ts';
import type { Destination } from './destination.ts';
import type { MessageRef, PlannedPost, PostedMessage, Statement } from './post.ts';
import type { Demand, PersonalSubscription } from './subscription.ts';

/**
 * `claimed`: nobody has tried it, or the one who did certainly failed: post it.
 * `unsettled`: a try whose outcome nobody recorded: look for it in Slack first.
 * `taken`: settled, or another holds its lease.
 */
export type Claim =
  | { readonly kind: 'claimed'; readonly attempts: number }
  /** `since`: when the post was first tried, by the clock of whoever tried it. */
  | { readonly kind: 'unsettled'; readonly attempts: number; readonly since: DateTime<true> }
  | { readonly kind: 'taken' };

/** `open`: to be made. `claimed`: someone tries, or died trying. The other two are settled. */
export type PostState = 'open' | 'claimed' | 'posted' | 'abandoned';

/** The durable record of one group's posts to one kind of destination. */
export interface Ledger {
  /** Takes the post for the length of a lease, in one atomic statement. */
  claim(post: PlannedPost, now: DateTime<true>): Promise<Claim>;
  /** Notes posts that are to be made, each from its moment on; those that are known stay as they are. */
  enqueue(
    posts: readonly { readonly post: PlannedPost; readonly notBefore: DateTime<true> }[],
    now: DateTime<true>,
  ): Promise<void>;
  /** Says anew what a claimed post tells, before it is tried again. */
  restate(post: PlannedPost, now: DateTime<true>): Promise<void>;
  /** `at.channel` is where Slack put it: for a direct message that is the conversation. */
  recordPosted(key: string, at: MessageRef, now: DateTime<true>): Promise<void>;
  /** Settles a post that will not be made. */
  abandon(key: string, reason: string, now: DateTime<true>): Promise<void>;
  /** Takes back a claimed post that was certainly not made, as if nobody had planned it. */
  withdraw(key: string): Promise<void>;
  /** After a try that certainly had no effect: not before `retryAt`. */
  release(key: string, retryAt: DateTime<true>, now: DateTime<true>): Promise<void>;
  /** After a try that may have had one: Slack is to be asked, not before `retryAt`. */
  defer(key: string, retryAt: DateTime<true>, now: DateTime<true>): Promise<void>;
  /** The posts known for meetings that begin after `now`, by key. */
  states(now: DateTime<true>): Promise<ReadonlyMap<string, PostState>>;
  /** Posts that are neither made nor abandoned, and that nobody holds at `now`. */
  pending(now: DateTime<true>): Promise<readonly PlannedPost[]>;
  /** What is said of meetings that began after `since`, or have not begun; each statement once. */
  statements(since: DateTime<true>): Promise<readonly Statement[]>;
  /** Messages about these meetings that began after `since`, or have not begun. */
  postedAbout(
    meetingIds: readonly string[],
    since: DateTime<true>,
  ): Promise<readonly PostedMessage[]>;
  /** Messages about meetings that began after `since` or have not begun, by start. */
  posted(since: DateTime<true>): Promise<readonly PostedMessage[]>;
  /**
   * Takes a posted message for an edit; false when another is at it. Until `recordEdited` nobody knows
   * what it says.
   */
  claimEdit(key: string, now: DateTime<true>): Promise<boolean>;
  /** Notes what a message says since its edit, and gives the claim on it back. */
  recordEdited(
    key: string,
    resolved: ResolvedMeeting,
    asOf: DateTime<true>,
    now: DateTime<true>,
  ): Promise<void>;
  /** Forgets posts for meetings that began before `before`. */
  prune(before: DateTime<true>): Promise<number>;
}

/** What people of one group have asked to be reminded of. */
export interface Subscriptions {
  of(userId: string): Promise<readonly PersonalSubscription[]>;
  all(): Promise<readonly PersonalSubscription[]>;
  /** How many people want what, without naming them. */
  demand(): Promise<readonly Demand[]>;
  /** Takes the place of what the person wanted for the same name; without lead times it ends that. */
  set(subscription: PersonalSubscription): Promise<void>;
  /** Ends them all. */
  stop(userId: string): Promise<void>;
  /** A person can't be reached: no reminders until they are `resume`d. */
  pause(userId: string, now: DateTime<true>): Promise<void>;
  /** A person is there. */
  resume(userId: string): Promise<void>;
  /** Deletes everything about the people who were paused before `before`. */
  forgetPaused(before: DateTime<true>): Promise<void>;
  /** Deletes everything the group's store has about a person. */
  forget(userId: string): Promise<void>;
}

/** Slack said no: nothing was done. It may say yes later, once someone did what `advice` says. */
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

/** What came of one try to post. */
export type PostOutcome =
  | ({ readonly kind: 'posted' } & MessageRef)
  | Refused
  /** The message itself is at fault, even as plain text: it will never be posted. */
  | { readonly kind: 'unfit'; readonly reason: string }
  /** Slack says that this one person can't be sent anything. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  | RateLimited
  /** The request never reached Slack: nothing was posted. */
  | { readonly kind: 'not posted'; readonly reason: string }
  /** No answer, or one that nobody can read: it may have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What came of one try to edit. An edit may be repeated, so a lost answer needs no care. */
export type EditOutcome =
  | { readonly kind: 'edited' }
  /** Someone deleted the message, or it can't be edited any more. */
  | { readonly kind: 'out of reach' }
  | Refused
  | { readonly kind: 'try again'; readonly reason: string };

/** What came of looking for a post in Slack. */
export type Lookup =
  | ({ readonly kind: 'found' } & MessageRef)
  | { readonly kind: 'not there' }
  | Refused
  | { readonly kind: 'try again'; readonly reason: string };

/** What a message carries in its metadata: by these three it is found again. */
export interface PostMetadata {
  readonly key: string;
  readonly groupId: string;
  readonly destination: Destination;
  readonly kind: PlannedPost['kind'] | 'alert' | 'answer';
  readonly meetingId?: string;
}

/** Puts messages into Slack. Each call is one try. */
export interface Poster {
  post(message: Message, metadata: PostMetadata): Promise<PostOutcome>;
  edit(at: MessageRef, message: Message, metadata: PostMetadata): Promise<EditOutcome>;
  /** Looks at the destination for the message with this key and group, posted after `since`. */
  find(metadata: PostMetadata, since: DateTime<true>): Promise<Lookup>;
}
