import type { DateTime } from 'luxon';
import type { EditOutcome, KeptPost, Poster, PostRecord } from '../reminders/ports.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { ReportedOutcome } from './outcome.ts';

/** What a kept message says, in a form that can be compared. */
export interface Said {
  readonly fingerprint: string;
  /** When the data was read that its words come from. */
  readonly asOf: DateTime<true>;
  /** Until when the message matters. Its record is deleted some time after that. */
  readonly keepUntil: DateTime<true>;
}

/** A kept message, to be posted. */
export interface PlannedKept extends KeptPost, Said {}

/** `waiting`: not posted yet, or not known to be. `settled`: removed, or Slack will never take it. */
export type KeptState =
  | { readonly kind: 'waiting' }
  | ({
      readonly kind: 'posted';
      readonly at: MessageRef;
      /** An edit was started, and it is unknown whether it took effect. */
      readonly editUnsettled: boolean;
    } & Said)
  | { readonly kind: 'settled' };

/** The durable record of one group's kept messages. */
export interface KeptRecord extends PostRecord<PlannedKept> {
  /** Those of these messages that are known. */
  read(keys: readonly string[]): Promise<ReadonlyMap<string, KeptState>>;
  /** Records what a message says after its edit, and releases the claim. */
  recordEdited(key: string, said: Said, now: DateTime<true>): Promise<void>;
  /** Records that a message is gone; it is never posted again under this key. */
  recordRemoved(key: string, now: DateTime<true>): Promise<void>;
  /** Keeps the record of a message for longer. */
  extend(key: string, keepUntil: DateTime<true>, now: DateTime<true>): Promise<void>;
  /** Deletes the record of messages that mattered until before `before`. */
  prune(before: DateTime<true>): Promise<void>;
}

/** What became of one group's meetings. */
export interface MeetingOutcomes {
  /** The last word counts. */
  report(outcome: ReportedOutcome, userId: string, now: DateTime<true>): Promise<void>;
  /** Of the meetings that started after `since`, by meeting ID. */
  since(since: DateTime<true>): Promise<ReadonlyMap<string, ReportedOutcome>>;
  /** Deletes those of meetings that started before `before`. */
  prune(before: DateTime<true>): Promise<void>;
}

/** Sends, edits and removes messages in Slack. Each call is one attempt. */
export interface KeptPoster extends Poster {
  /** Deletes a message; one that is already gone, or can't be deleted any more, is out of reach. */
  remove(at: MessageRef): Promise<EditOutcome>;
}
