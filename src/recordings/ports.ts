import type { DateTime } from 'luxon';
import type { MeetingOutcome } from '../organizers/outcome.ts';
import type { Playlist } from './playlist.ts';
import type { RecordedMeeting, Recording } from './recording.ts';

/** Where a group's playlist is read from. */
export interface PlaylistSource {
  /** Reads the whole playlist, or as much of it as can be seen. Fails with UpstreamError. */
  read(now: DateTime<true>): Promise<Playlist>;
}

/** The durable record of one group's recordings. */
export interface RecordingLedger {
  /** All recordings, the newest meeting first. */
  all(): Promise<readonly Recording[]>;
  /** Adds meetings, or changes their names and times; what is known of their recordings stays. */
  put(meetings: readonly RecordedMeeting[], now: DateTime<true>): Promise<void>;
  /** Writes what differs between the two, and nothing else: someone may tick another step meanwhile. */
  record(before: Recording, after: Recording, now: DateTime<true>): Promise<void>;
  remove(meetingIds: readonly string[]): Promise<void>;
  /** Deletes those of meetings that started before `before`. */
  prune(before: DateTime<true>): Promise<void>;
}

/** When the organizers were told of missing videos. */
export interface Nudges {
  last(): Promise<Nudge | undefined>;
  /** Notes the next nudge, unless another replica has. */
  add(nudge: Nudge): Promise<void>;
}

export interface Nudge {
  /** Counts from 1. */
  readonly number: number;
  readonly at: DateTime<true>;
}

/** What became of meetings, by the word of someone who was there. */
export interface Outcomes {
  /** Of the meetings that started after `since`, by meeting ID. */
  since(since: DateTime<true>): Promise<ReadonlyMap<string, { readonly outcome: MeetingOutcome }>>;
}
