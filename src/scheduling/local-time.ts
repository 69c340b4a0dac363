import { DateTime } from 'luxon';
import { inZone } from '../calendar/moment.ts';

/**
 * The instants at which clocks in a zone show this date and time: one, or none where clocks go forward,
 * or two where they go back. `date` is YYYY-MM-DD, `time` HH:MM.
 */
export function instantsAt(date: string, time: string, zone: string): DateTime<true>[] {
  const wall = DateTime.fromISO(`${date}T${time}`, { zone: 'utc' });
  if (!wall.isValid) return [];
  const offsets = [-1, 1].map((days) => inZone(wall.plus({ days }), zone).offset);
  return [...new Set(offsets)]
    .map((minutes) => inZone(wall.minus({ minutes }), zone))
    .filter((instant) => instant.toFormat('yyyy-MM-dd HH:mm') === `${date} ${time}`)
    .sort((a, b) => a.toMillis() - b.toMillis());
}

// Zones change their clocks at most a few times a year, and never back within a week.
const SEARCHED_WEEKS = 53;

/** The next day after `from` on which clocks in a zone change; undefined if they stay as they are. */
export function nextClockChange(from: DateTime<true>, zone: string): DateTime<true> | undefined {
  const start = inZone(from, zone).startOf('day');
  const week = firstWith(SEARCHED_WEEKS, (n) => changes(start.plus({ weeks: n }), { weeks: 1 }));
  if (week === undefined) return undefined;
  const day = firstWith(7, (n) => changes(start.plus({ weeks: week, days: n }), { days: 1 }));
  return day === undefined ? undefined : start.plus({ weeks: week, days: day });
}

function changes(at: DateTime<true>, within: { weeks: 1 } | { days: 1 }): boolean {
  return at.offset !== at.plus(within).offset;
}

function firstWith(count: number, fits: (n: number) => boolean): number | undefined {
  for (let n = 0; n < count; n += 1) if (fits(n)) return n;
  return undefined;
}
