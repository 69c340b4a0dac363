import { DateTime } from 'luxon';
import { inZone, valid } from '../calendar/moment.ts';

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

// Zones change their clocks at most a few times a year.
const SEARCHED_DAYS = 370;

/** The next date after `from` on which clocks in a zone change; undefined if they stay as they are. */
export function nextClockChange(from: DateTime<true>, zone: string): DateTime<true> | undefined {
  const start = inZone(from, zone).startOf('day');
  for (let day = 1; day <= SEARCHED_DAYS; day += 1) {
    const [before, after] = [start.plus({ days: day - 1 }), start.plus({ days: day })];
    if (before.offset !== after.offset) return valid(before);
  }
  return undefined;
}
