import { DateTime } from 'luxon';
import { valid } from '../calendar/moment.ts';

/** ISO in UTC with milliseconds: such strings sort as the instants do. */
export function toText(at: DateTime<true>): string {
  return valid(DateTime.fromMillis(at.toMillis(), { zone: 'utc' })).toISO();
}

export function fromText(text: string): DateTime<true> {
  // Several times as fast as luxon's own parser.
  return valid(DateTime.fromMillis(Date.parse(text), { zone: 'utc' }));
}
