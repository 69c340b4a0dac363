import type { DateTime } from 'luxon';
import type { MeetingDetails } from '../calendar/meeting-details.ts';

/** Someone has said that they host a meeting. */
export interface HostClaim {
  readonly meetingId: string;
  /** Slack ID. */
  readonly userId: string;
  /** The name they go by, as plain text. */
  readonly name: string;
  /** The meeting, as it was when they said so: by this it is found again when its event is replaced. */
  readonly details: MeetingDetails;
}

/** Who hosts one group's meetings. */
export interface HostClaims {
  /** Claims a meeting, unless somebody has. Returns the claim that holds. */
  claim(claim: HostClaim, now: DateTime<true>): Promise<HostClaim>;
  /** Gives a meeting up; false if it is not this person's. */
  release(meetingId: string, userId: string): Promise<boolean>;
  all(): Promise<readonly HostClaim[]>;
  /** Deletes the claim on a meeting that doesn't take place. */
  drop(meetingId: string): Promise<void>;
  /** The meeting has become another event. */
  move(meetingId: string, to: Pick<HostClaim, 'meetingId' | 'details'>): Promise<void>;
  /** Deletes claims on meetings that started before `before`. */
  prune(before: DateTime<true>): Promise<void>;
}
