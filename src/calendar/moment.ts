import { DateTime, type DateTimeMaybeValid } from 'luxon';

/** A moment whose text and zone were already validated; throws on any other. */
export function valid(moment: DateTimeMaybeValid): DateTime<true> {
  if (!moment.isValid) throw new RangeError(`Not a moment: ${moment.invalidExplanation}`);
  return moment;
}

/** Midnight at the start of an ISO date in `zone`. */
export function dayIn(isoDate: string, zone: string): DateTime<true> {
  return valid(DateTime.fromISO(isoDate, { zone }));
}

/** The same instant in another zone. */
export function inZone(moment: DateTime<true>, zone: string): DateTime<true> {
  return valid(moment.setZone(zone));
}
