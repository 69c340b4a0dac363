import { writeFeed } from '../../sandbox/google/feed/calendar.ts';
import { listEvents, listParameters } from '../../sandbox/google/list.ts';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import type { CalendarSource } from '../../src/calendar/ports.ts';
import type { CalendarSnapshot } from '../../src/calendar/snapshot.ts';
import { readFeed } from '../../src/google/feed/read-feed.ts';
import { unreadableIds } from '../../src/google/malformed.ts';
import { meetingsFromEvents } from '../../src/google/meetings.ts';
import { readingWindow } from '../../src/google/reading-window.ts';
import type { Group } from '../../src/group/schema.ts';

/** By which route a history reads its calendars; `switching` takes another one whenever it likes. */
export type Route = CalendarSnapshot['source'] | 'switching';

export const ROUTES: readonly Route[] = ['api', 'feed', 'switching'];

type Reading = Parameters<CalendarSource['read']>;

/** What the bot reads of these meetings by a route: Google's form of them, in the bot's own hands again. */
export function readBy(
  route: CalendarSnapshot['source'],
  meetings: readonly TimedMeeting[],
  [now, known]: Reading,
  published: Group,
): CalendarSnapshot {
  const events = meetings.flatMap(resources);
  const { zone } = published;
  const { from, to } = readingWindow(now);
  if (route === 'feed') {
    const window = { from: from.toMillis(), to: to.toMillis() };
    const feed = writeFeed(events, { zone, name: 'WG Serving', now, changedAt: now });
    return snapshot(route, readFeed(feed, { published, known, window }), now);
  }
  const query = listParameters.parse({
    singleEvents: 'true',
    showDeleted: 'true',
    maxResults: '2500',
    timeMin: from.toISO(),
    timeMax: to.toISO(),
  });
  const page = listEvents(events, query, zone);
  if (!page.ok) throw new Error(page.problem);
  return snapshot(route, meetingsFromEvents(page.items, { published, known, zone }), now);
}

function snapshot(
  source: CalendarSnapshot['source'],
  read: ReturnType<typeof meetingsFromEvents>,
  readAt: Reading[0],
): CalendarSnapshot {
  return { meetings: read.meetings, unreadable: unreadableIds(read), readAt, source };
}

/** A single event, or a series with one occurrence and what was changed about it. */
function resources(meeting: TimedMeeting): unknown[] {
  const { id, seriesId, title, status, joinLink, agendaLink, start, end } = meeting;
  const event = {
    id,
    iCalUID: `${seriesId ?? id}@google.com`,
    status,
    summary: title,
    location: joinLink,
    description: `Agenda: ${agendaLink}`,
    start: { dateTime: start.toISO(), timeZone: start.zoneName },
    end: { dateTime: end.toISO(), timeZone: end.zoneName },
  };
  if (seriesId === undefined) return [event];
  const original = occurrenceStart(id);
  const first = { dateTime: original, timeZone: start.zoneName };
  const series = { ...event, id: seriesId, status: 'confirmed', start: first, end: first };
  const changed = { ...event, recurringEventId: seriesId, originalStartTime: first };
  return [{ ...series, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=1'] }, changed];
}

/** `m2_20261204T103000Z` was first planned for 2026-12-04T10:30:00Z. */
function occurrenceStart(id: string): string {
  const stamp = id.slice(id.indexOf('_') + 1);
  return stamp.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/u, '$1-$2-$3:$4:$5');
}
