import type { DateTime } from 'luxon';

/** A message about what differs. */
export interface ToldMessage {
  /** Counts a group's messages. */
  readonly number: number;
  readonly postedAt: DateTime<true>;
  /** The keys of the differences that it has told. */
  readonly told: readonly string[];
}

/** A message that no longer says what differs. */
export interface EndedMessage {
  readonly number: number;
  /** `settled`: nothing differs any more. `replaced`: a newer message says what differs. */
  readonly how: 'settled' | 'replaced';
  readonly at: DateTime<true>;
}

export interface DeadLink {
  readonly what: string;
  readonly url: string;
  readonly status: number;
}

/** What is remembered of a group from one comparison to the next. */
export interface FollowState {
  readonly comparedAt: DateTime<true>;
  readonly linksCheckedAt: DateTime<true> | undefined;
  readonly deadLinks: readonly DeadLink[];
  /** Titles of meetings that were published, normalized. */
  readonly seen: readonly string[];
  /** Number of the last message. */
  readonly lastNumber: number;
  readonly open: ToldMessage | undefined;
  /** Edited again for a while, in case Slack did not take the edit. */
  readonly ended: readonly EndedMessage[];
}
