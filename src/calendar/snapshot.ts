import type { DateTime } from 'luxon';
import type { Meeting } from './meeting.ts';

/** The calendar as read at one moment. */
export interface CalendarSnapshot {
  readonly meetings: readonly Meeting[];
  /** IDs of events that exist but can't be parsed or are private: nothing can be said about them. */
  readonly unreadable: ReadonlySet<string>;
  readonly readAt: DateTime<true>;
  /** Google's API, the calendar's public feed, or the group's part of the community's calendar. */
  readonly source: 'api' | 'feed' | 'community';
}

/** What the bot currently knows about the calendar; always in memory. */
export type CalendarState =
  /** The group publishes no calendar. */
  | { readonly kind: 'not published' }
  | { readonly kind: 'never read'; readonly failing: boolean }
  | ({ readonly kind: 'read'; readonly failing: boolean } & CalendarSnapshot);

/** The state of a calendar that has a snapshot. */
export type ReadCalendar = Extract<CalendarState, { kind: 'read' }>;
