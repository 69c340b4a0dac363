import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';

/**
 * The event that someone saves who follows a link that opens Google Calendar with a new one, filled in; undefined
 * if the link leads elsewhere, or names no calendar to save it in.
 */
export function eventFromLink(link: string): object | undefined {
  const url = URL.parse(link);
  if (url?.hostname !== 'calendar.google.com' || !url.searchParams.has('src')) return undefined;
  const query = Object.fromEntries(url.searchParams);
  const [start, end] = (query.dates ?? '').split('/').map((stamp) => momentIn(stamp, query.ctz));
  if (!start || !end) return undefined;
  return {
    id: `saved${randomUUID().replaceAll('-', '').slice(0, 12)}`,
    status: 'confirmed',
    summary: query.text,
    location: query.location,
    description: query.details,
    attendees: query.add?.split(',').map((email) => ({ email })),
    start,
    end,
    ...(query.recur !== undefined && { recurrence: [query.recur] }),
  };
}

function momentIn(stamp: string, zone = 'UTC') {
  const at = DateTime.fromFormat(stamp, "yyyyMMdd'T'HHmmss'Z'", { zone: 'utc' }).setZone(zone);
  return at.isValid ? { dateTime: at.toISO(), timeZone: zone } : undefined;
}
