import type { DateTime } from 'luxon';
import type { MeetingDetails } from '../calendar/meeting-details.ts';
import type { Destination } from './destination.ts';

/** Where a message is in Slack. */
export interface MessageRef {
  readonly channel: string;
  readonly ts: string;
}

/** What a post is: a reminder some time ahead, or the notice that a meeting is cancelled or moved. */
export type PostKind =
  | { readonly kind: 'reminder'; readonly leadMinutes: number }
  | { readonly kind: 'cancellation' }
  /** `from`: the start that people were told before. */
  | { readonly kind: 'move'; readonly from: DateTime<true> };

interface PostFacts {
  /** Identifies the post permanently within its group. */
  readonly key: string;
  readonly meetingId: string;
  readonly destination: Destination;
}

/** A post to be made, and what it says. */
export type PlannedPost = PostFacts &
  PostKind & {
    readonly details: MeetingDetails;
    /** When the snapshot was read that `details` comes from. */
    readonly asOf: DateTime<true>;
  };

/** A posted message, as the ledger knows it. */
export type PostedMessage = PostFacts &
  PostKind &
  MessageRef & {
    readonly postedAt: DateTime<true>;
    /** What it first said, and what it has said since its last edit. */
    readonly original: MeetingDetails;
    readonly shown: MeetingDetails;
    /** An edit was started, and it is unknown whether it took effect. */
    readonly editUnsettled: boolean;
    /** When the snapshot was read that `shown` comes from. */
    readonly asOf: DateTime<true>;
  };

/** What one or more messages say about a meeting. */
export type Statement = Pick<
  PostedMessage,
  'kind' | 'meetingId' | 'original' | 'shown' | 'editUnsettled'
>;
