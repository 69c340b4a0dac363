import type { Logger } from 'pino';
import type { CalendarSource } from '../calendar/ports.ts';
import { calendarSource, type GoogleSettings } from '../google/calendar-source.ts';
import { calendarIds } from '../group/published-meetings.ts';
import type { Group } from '../group/schema.ts';

/** A calendar of a group, and where it is read from. */
export interface GroupCalendar {
  readonly id: string;
  readonly source: CalendarSource;
}

/** The calendars of a group: its own, and those that some of its meetings have; none if it publishes none. */
export function groupCalendars(
  settings: GoogleSettings,
  group: Group,
  logger: Logger,
): GroupCalendar[] {
  return calendarIds(group).map((id) => ({
    id,
    source: calendarSource(settings, id, group, logger),
  }));
}
