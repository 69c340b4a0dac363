import type { TimedMeeting } from '../calendar/meeting.ts';

/** What is known of a notes document; nothing here waits for the network. */
export interface NotesAccess {
  /** `unknown`: it was not looked at, or can't be seen from outside. */
  of(link: string): 'anyone may read it' | 'sign-in needed' | 'unknown';
}

/** What is known of the community calendar; nothing here waits for the network. */
export interface CommunityCalendar {
  /** Whether a meeting is in it; undefined while nobody knows. */
  has(meeting: TimedMeeting): boolean | undefined;
}
