import { afterEach, describe, expect, it } from 'vitest';
import { type LocalGoogle, startLocalGoogle } from '../../../sandbox/google/server.ts';
import type { CalendarSource } from '../../../src/calendar/ports.ts';
import type { CalendarSnapshot } from '../../../src/calendar/snapshot.ts';
import { calendarSource } from '../../../src/google/calendar-source.ts';
import { googleFeed } from '../../../src/google/feed/source.ts';
import { at, group, memoryLogger, shippedCalendar, silent } from '../../support/build.ts';
import { biweekly, event, exception } from '../../support/world.ts';

// Every calendar is read by both routes: through the API, and through the public feed.

const wgServing = group();
const { id: calendarId } = shippedCalendar();
const NOW = at('2026-12-01T09:00');
const ACCESS = { kind: 'api key', key: 'key' } as const;

let google: LocalGoogle;
afterEach(() => google.close());

async function start(events: readonly unknown[]) {
  google = await startLocalGoogle({
    calendarId,
    apiKey: 'key',
    zone: 'America/Los_Angeles',
    events,
  });
  const { rootUrl } = google;
  return {
    api: calendarSource({ access: ACCESS, rootUrl }, calendarId, wgServing, silent),
    feed: calendarSource({ access: undefined, rootUrl }, calendarId, wgServing, silent),
  };
}

/** Each meeting as a line that has everything it says, by instant and ID. */
function lines({ meetings }: CalendarSnapshot): string[] {
  return meetings
    .map((meeting) => {
      if (meeting.allDay) return JSON.stringify({ ...meeting });
      const [start, end] = [meeting.start, meeting.end].map((time) => time.toUTC().toISO());
      return JSON.stringify({ ...meeting, start, end });
    })
    .toSorted();
}

function recurring(
  id: string,
  start: string,
  zone: string,
  recurrence: readonly string[],
  changes = {},
) {
  return event(id, start, { summary: id, recurrence, ...changes }, zone);
}

const WEEKLY = ['RRULE:FREQ=WEEKLY'];
const CALENDARS: Readonly<Record<string, readonly unknown[]>> = {
  'a series with exceptions': [
    biweekly('s', '2026-10-07T09:00'),
    exception('s', '2026-12-02T09:00', event('', '2026-12-03T07:30', { summary: 'On DRA' })),
    exception('s', '2026-12-16T09:00', { status: 'cancelled' }),
    exception(
      's',
      '2026-12-30T09:00',
      event('', '2026-12-30T09:00', { location: 'https://zoom.us/j/123456789' }),
    ),
  ],
  '“this and following”': [
    biweekly('s', '2026-10-07T09:00', '20261215T075959Z'),
    biweekly('s_R20261216T180000', '2026-12-16T10:00'),
  ],
  'five zones and their clock changes': [
    recurring('la', '2026-10-06T09:00', 'America/Los_Angeles', WEEKLY),
    recurring('berlin', '2026-10-06T17:00', 'Europe/Berlin', WEEKLY),
    recurring('sydney', '2026-10-07T08:00', 'Australia/Sydney', WEEKLY),
    recurring('kolkata', '2026-10-06T21:30', 'Asia/Kolkata', WEEKLY),
    recurring('saopaulo', '2026-10-06T13:00', 'America/Sao_Paulo', [
      'RRULE:FREQ=MONTHLY;BYDAY=2TU',
    ]),
  ],
  'all-day entries': [
    event('trip', '2026-12-24T00:00', {
      start: { date: '2026-12-24' },
      end: { date: '2026-12-27' },
    }),
    event('days', '2026-11-02T00:00', {
      start: { date: '2026-11-02' },
      end: { date: '2026-11-03' },
      recurrence: ['RRULE:FREQ=MONTHLY;BYDAY=1MO'],
    }),
  ],
  'extra dates, two rules and a count': [
    recurring('extra', '2026-11-05T09:00', 'America/Los_Angeles', [
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RDATE;TZID=America/Los_Angeles:20261218T150000',
    ]),
    recurring('both', '2026-11-05T11:00', 'America/Los_Angeles', [
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RRULE:FREQ=MONTHLY;BYDAY=-1FR',
    ]),
    recurring('until', '2026-11-05T13:00', 'America/Los_Angeles', [
      'RRULE:FREQ=WEEKLY;UNTIL=20261203T130000',
    ]),
  ],
  'twenty years of days': [
    recurring('daily', '2006-12-01T09:00', 'Europe/Berlin', ['RRULE:FREQ=DAILY']),
  ],
  'what an invitation says': [
    event('meet', '2026-12-08T09:00', {
      description:
        'Line one\nline two; with, signs \\ and “quotes”\n\n<a href="https://docs.google.com/document/d/abc/edit">Notes</a>',
      location: 'Room 4, 2nd floor',
      hangoutLink: 'https://meet.google.com/abc-defg-hij',
      conferenceData: {
        entryPoints: [{ entryPointType: 'video', uri: 'https://meet.google.com/abc-defg-hij' }],
      },
      attachments: [
        {
          fileUrl: 'https://docs.google.com/document/d/xyz/edit',
          title: 'Agenda',
          mimeType: 'application/vnd.google-apps.document',
        },
      ],
    }),
    event('maybe', '2026-12-09T09:00', {
      status: 'tentative',
      summary: `A long title ${'with many words '.repeat(20)}`,
    }),
  ],
};

describe('both routes read the same', () => {
  it.each(Object.entries(CALENDARS))('%s', async (_, events) => {
    const { api, feed } = await start(events);
    const [byApi, byFeed] = [await api.read(NOW, []), await feed.read(NOW, [])];
    expect(lines(byFeed)).toEqual(lines(byApi));
    expect(byApi.meetings.length).toBeGreaterThan(0);
    expect([byApi.source, byFeed.source]).toEqual(['api', 'feed']);
  });

  it('after a single event was deleted', async () => {
    const { api, feed } = await start([
      event('one', '2026-12-08T09:00'),
      event('two', '2026-12-09T09:00'),
    ]);
    const before = await feed.read(NOW, []);
    google.setEvents([
      event('one', '2026-12-08T09:00', { status: 'cancelled' }),
      event('two', '2026-12-09T09:00'),
    ]);
    const later = NOW.plus({ minutes: 5 });
    const byFeed = await feed.read(later, before.meetings);
    expect(lines(byFeed)).toEqual(lines(await api.read(later, before.meetings)));
  });
});

describe('the public feed', () => {
  it('is not read again while it is unchanged, except for its age', async () => {
    const { feed } = await start([biweekly('s', '2026-10-07T09:00')]);
    const first = await feed.read(NOW, []);
    const later = NOW.plus({ minutes: 5 });
    const second = await feed.read(later, first.meetings);
    expect(second.meetings).toBe(first.meetings);
    expect(second.readAt).toEqual(later);
  });

  it('stands in for the API while that fails, and says why once', async () => {
    await start([biweekly('s', '2026-10-07T09:00')]);
    const { logger, lines: logged } = memoryLogger();
    const wrong = { kind: 'api key', key: 'unknown' } as const;
    const both: CalendarSource = calendarSource(
      { access: wrong, rootUrl: google.rootUrl },
      calendarId,
      wgServing,
      logger,
    );
    const { meetings, source } = await both.read(NOW, []);
    await both.read(NOW.plus({ minutes: 5 }), meetings);
    expect(source).toBe('feed');
    expect(meetings.length).toBeGreaterThan(0);
    expect(logged.filter(({ msg }) => String(msg).includes('public feed'))).toMatchObject([
      { advice: expect.stringContaining('GOOGLE_API_KEY') },
    ]);
  });

  it('of a calendar that is not public is refused, with the way out', async () => {
    const { feed } = await start([]);
    google.setPublic(false);
    await expect(feed.read(NOW, [])).rejects.toMatchObject({
      kind: 'refused',
      advice: expect.stringContaining('public'),
    });
  });

  it('of a server that is away is unavailable', async () => {
    await start([]);
    const feed = googleFeed('http://127.0.0.1:1/', calendarId, wgServing, silent);
    await expect(feed.read(NOW, [])).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
