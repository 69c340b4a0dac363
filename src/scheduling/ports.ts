import type { DateTime } from 'luxon';
import type { MeetingPlan } from './plan.ts';

/** A meeting that someone planned with the bot. */
export interface ScheduledMeeting {
  readonly id: string;
  /** Slack ID of whoever planned it. */
  readonly userId: string;
  readonly plan: MeetingPlan;
  /** Its event in the calendar, since it was first seen there. */
  readonly meetingId: string | undefined;
  /** Whoever planned it has asked the organizers for a host. */
  readonly needsHost: boolean;
}

/** What people planned in one group. */
export interface ScheduledMeetings {
  /** False if it is known: someone submitted the same form twice. */
  add(meeting: ScheduledMeeting, now: DateTime<true>): Promise<boolean>;
  /** Those that are not over for long. */
  all(): Promise<readonly ScheduledMeeting[]>;
  recordMeeting(id: string, meetingId: string): Promise<void>;
  /** False if it is not this person's. */
  askForHost(id: string, userId: string): Promise<boolean>;
  /** The zone in which someone last planned a meeting. */
  lastZoneOf(userId: string): Promise<string | undefined>;
  /** Deletes plans of meetings that started before `before`. */
  prune(before: DateTime<true>): Promise<void>;
}
