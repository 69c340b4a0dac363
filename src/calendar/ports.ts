import type { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';
import type { CalendarSnapshot } from './snapshot.ts';

/** Where the group's calendar is read from. */
export interface CalendarSource {
  /**
   * Reads the whole window around `now`. `known` are the meetings of the last snapshot: they hold the
   * details of occurrences that were cancelled since. Fails with UpstreamError.
   */
  read(now: DateTime<true>, known: readonly Meeting[]): Promise<CalendarSnapshot>;
}

/** Is told how a reading of the calendar ended. */
export type ObserveRead = (outcome: 'ok' | 'refused' | 'unavailable' | 'defect') => void;

/** Keeps the last snapshot of a calendar across restarts. */
export interface CalendarSnapshots {
  load(calendarId: string): Promise<CalendarSnapshot | undefined>;
  save(calendarId: string, snapshot: CalendarSnapshot): Promise<void>;
}
