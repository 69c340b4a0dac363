import type { DateTime } from 'luxon';
import { apiCalendar } from '../sandbox/google/api.ts';
import type { Reply } from '../sandbox/http.ts';

const BACK_DAYS = 60;
const DAYS = 350;
const PAGE_SIZE = 250;
const LENGTH = { minutes: 50 };

/** The parts of an event resource that the bench changes. */
export interface Event {
  readonly id: string;
  readonly summary: string;
  readonly start: { readonly dateTime: string; readonly timeZone?: string };
  readonly [field: string]: unknown;
}

/** Events of Google's API, spread evenly over a year; each has a title, a room and notes of its own. */
export function largeCalendar(count: number, now: DateTime): Event[] {
  const first = now.minus({ days: BACK_DAYS });
  return Array.from({ length: count }, (_, n) => {
    const start = first.plus({ minutes: Math.round((n * DAYS * 1440) / count) });
    const notes = `https://docs.google.com/document/d/notes-of-${n}/edit`;
    return {
      id: `event${n}`,
      iCalUID: `event${n}@google.com`,
      status: n % 40 === 0 ? 'cancelled' : 'confirmed',
      summary: `${seriesName(n)}: ${SUBJECTS[n % SUBJECTS.length]} ${n}`,
      description: `<b>Agenda:</b> <a href="${notes}">notes</a><br>${'What we talk about. '.repeat(10)}`,
      location: `https://zoom.us/j/${9_000_000_000 + (n % 500)}`,
      start: { dateTime: isoOf(start), timeZone: 'America/Los_Angeles' },
      end: { dateTime: isoOf(start.plus(LENGTH)), timeZone: 'America/Los_Angeles' },
      eventType: 'default',
    };
  });
}

/** One of fifty names: `Stream 07`. */
export function seriesName(n: number): string {
  return `Stream ${String(n % 50).padStart(2, '0')}`;
}

export const TOWN_HALL = 'Town hall';

const SUBJECTS = [
  'autoscaling',
  'multi-node',
  'benchmarks',
  'orchestration',
  'devices',
  'caching',
  'office hours',
];

/** A page of `events.list`, if that is what a request asks for. */
export function pageOf(url: URL, events: readonly unknown[]): Reply | undefined {
  if (apiCalendar(url) === undefined) return undefined;
  const from = Number(url.searchParams.get('pageToken') ?? 0);
  const to = from + PAGE_SIZE;
  return {
    status: 200,
    body: {
      kind: 'calendar#events',
      timeZone: 'America/Los_Angeles',
      items: events.slice(from, to),
      ...(to < events.length && { nextPageToken: String(to) }),
    },
  };
}

/** The same events with other titles. */
export function changed(events: readonly Event[]): Event[] {
  return events.map((event) => ({ ...event, summary: `${event.summary} again` }));
}

/** The same events with a town hall in the place of one. */
export function withTownHall(events: readonly Event[], start: DateTime): Event[] {
  const at = start.toMillis();
  const before = events.findLastIndex(({ start: { dateTime } }) => Date.parse(dateTime) < at);
  return events.toSpliced(before, 1, {
    id: 'townhall',
    status: 'confirmed',
    summary: TOWN_HALL,
    location: 'https://zoom.us/j/123456789',
    start: { dateTime: isoOf(start) },
    end: { dateTime: isoOf(start.plus(LENGTH)) },
  });
}

function isoOf(moment: DateTime): string {
  return new Date(moment.toMillis()).toISOString();
}
