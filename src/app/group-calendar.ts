import type { Logger } from 'pino';
import type { CalendarSource } from '../calendar/ports.ts';
import { calendarSource, type GoogleSettings } from '../google/calendar-source.ts';
import type { Group } from '../group/schema.ts';

/** Where a group's calendar is read from; undefined if it publishes none. */
export function groupCalendar(
  settings: GoogleSettings,
  group: Group,
  logger: Logger,
): CalendarSource | undefined {
  return group.calendar && calendarSource(settings, group.calendar.id, group, logger);
}
