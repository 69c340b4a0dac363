import type { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';

/** The calendar as one reading found it. */
export interface CalendarSnapshot {
  readonly meetings: readonly Meeting[];
  /** Ids of events that exist but can't be read, or are private: nothing can be said about them. */
  readonly unreadable: ReadonlySet<string>;
  readonly readAt: DateTime<true>;
}

/** What the bot knows of the calendar at this moment; always in memory. */
export type CalendarState =
  | { readonly kind: 'not configured' }
  | { readonly kind: 'never read'; readonly failing: boolean }
  | ({ readonly kind: 'read'; readonly failing: boolean } & CalendarSnapshot);

/** A calendar of which there is a snapshot. */
export type ReadCalendar = Extract<CalendarState, { kind: 'read' }>;
