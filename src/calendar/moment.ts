import { LRUCache } from 'lru-cache';
import { DateTime, type DateTimeMaybeValid } from 'luxon';

/** A moment whose text and zone were already validated; throws on any other. */
export function valid(moment: DateTimeMaybeValid): DateTime<true> {
  if (!moment.isValid) throw new RangeError(`Not a moment: ${moment.invalidExplanation}`);
  return moment;
}

// Lists of all-day entries are sorted by day, and reading a date takes longer than all else about it.
const days = new LRUCache<string, DateTime<true>>({ max: 2_000 });

/** Midnight at the start of an ISO date in `zone`. */
export function dayIn(isoDate: string, zone: string): DateTime<true> {
  const name = `${isoDate} ${zone}`;
  const day = days.get(name) ?? valid(DateTime.fromISO(isoDate, { zone }));
  days.set(name, day);
  return day;
}

/** The same instant in another zone. */
export function inZone(moment: DateTime<true>, zone: string): DateTime<true> {
  return valid(moment.setZone(zone));
}
