import { DateTime } from 'luxon';

/** ISO in UTC with milliseconds: such strings sort as the instants do. */
export function toText(at: DateTime): string {
  return DateTime.fromMillis(at.toMillis(), { zone: 'utc' }).toISO() ?? '';
}

export function fromText(text: string): DateTime {
  return DateTime.fromISO(text, { zone: 'utc' });
}
