import type { DateTime } from 'luxon';
import { instantOf, type Moment, type StoredEvent, zoneOf } from '../event.ts';
import { readRecurrence } from '../recurrence.ts';
import { dateProperty, timeProperty } from './property.ts';

/**
 * How a series recurs: each EXDATE and RDATE on a line of its own, and one EXDATE for each of the
 * occurrences in `without`.
 */
export function recurrenceLines(
  event: StoredEvent,
  without: readonly Moment[],
  zone: string,
): string[] {
  const start = instantOf(event.start, zone);
  if (!event.recurrence?.length || !start) return [];
  const allDay = event.start?.dateTime === undefined;
  const own = allDay ? 'utc' : zoneOf(event.start, zone);
  const inOwnZone = (at: DateTime) => at.setZone(own, { keepLocalTime: allDay });
  const first = inOwnZone(start);
  const { rules, exceptRules, ...listed } = readRecurrence(event.recurrence, first, allDay);
  const line = (name: string, at: DateTime) =>
    allDay ? dateProperty(name, at) : timeProperty(name, at, true);
  const missing = without.flatMap((moment) => instantOf(moment, zone) ?? []).map(inOwnZone);
  const excepted = [...listed.exceptDates, ...missing];
  const inOrder = excepted.toSorted((a, b) => a.toMillis() - b.toMillis());
  return [
    ...rules.map((rule) => `RRULE:${rule}`),
    ...exceptRules.map((rule) => `EXRULE:${rule}`),
    ...listed.dates.map((at) => line('RDATE', at)),
    ...new Set(inOrder.map((at) => line('EXDATE', at))),
  ];
}
