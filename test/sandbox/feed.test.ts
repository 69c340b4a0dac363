import { afterEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { Faults } from '../../sandbox/faults.ts';
import { fold } from '../../sandbox/google/feed/fold.ts';
import {
  faultName,
  type LocalGoogle,
  type LocalGoogleSettings,
  startLocalGoogle,
} from '../../sandbox/google/server.ts';
import { at, PACIFIC } from '../support/build.ts';
import { biweekly, event, exception } from '../support/world.ts';

const CALENDAR = 'wg@group.calendar.google.com';
const clock = manualClock(at('2026-12-01T09:00'));
let google: LocalGoogle;
afterEach(async () => {
  await google.close();
  clock.set(at('2026-12-01T09:00'));
});

async function start(events: readonly unknown[], more: Partial<LocalGoogleSettings> = {}) {
  google = await startLocalGoogle({
    calendarId: CALENDAR,
    apiKey: 'key',
    zone: PACIFIC,
    events,
    clock,
    ...more,
  });
}

const get = (headers: Record<string, string> = {}, url = google.feedUrl) => fetch(url, { headers });
const text = async () => (await get()).text();
/** The unfolded lines of the events. */
async function lines(events: readonly unknown[]): Promise<string[]> {
  await start(events);
  const all = (await text()).replaceAll('\r\n ', '').split('\r\n');
  return all.slice(all.indexOf('BEGIN:VEVENT'), all.indexOf('END:VCALENDAR'));
}
const named = (all: readonly string[], ...names: string[]) =>
  all.filter((line) => names.some((name) => new RegExp(`^${name}[:;]`, 'u').test(line)));

describe('the public feed', () => {
  it('is where Google has it, for anyone', async () => {
    await start([]);
    const path = '/calendar/ical/wg%40group.calendar.google.com/public/basic.ics';
    expect(new URL(google.feedUrl).pathname).toBe(path);
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await response.text()).toBe(
      [
        'BEGIN:VCALENDAR',
        'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
        'VERSION:2.0',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:WG Serving',
        'X-WR-TIMEZONE:America/Los_Angeles',
        'X-WR-CALDESC:Meetings of WG Serving\\, its workstreams included.',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('is a page with status 404 for another calendar, and for one that is not public', async () => {
    await start([event('a', '2026-12-02T09:00')]);
    google.setPublic(false);
    const urls = ['x', '%E0%A4%A', ''].map((id) => `calendar/ical/${id}/public/basic.ics`);
    const others = urls.map((path) => new URL(path, google.rootUrl).href);
    for (const url of [google.feedUrl, ...others]) {
      const response = await get({}, url);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/u);
      expect(await response.text()).toMatch(/^<html/u);
    }
    const api = `calendar/v3/calendars/${encodeURIComponent(CALENDAR)}/events?key=key`;
    expect((await get({}, new URL(api, google.rootUrl).href)).status).toBe(404);
    google.setPublic(true);
    expect((await get()).status).toBe(200);
    expect((await fetch(google.feedUrl, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(google.feedUrl, { method: 'POST' })).status).toBe(404);
  });

  it('has a single event in UTC, complete and in Google’s order', async () => {
    const single = event('a', '2026-12-02T09:00', {
      summary: 'Sync; A, B',
      description: 'One\nTwo, three \\ four',
      location: 'Room 1; 2nd floor',
      created: '2026-11-01T10:00:00.000Z',
      updated: '2026-11-02T11:00:01.000Z',
      sequence: 3,
      status: 'tentative',
      transparency: 'transparent',
      visibility: 'public',
      hangoutLink: 'https://meet.google.com/abc-defg-hij',
      attachments: [
        { title: 'Notes: 1', mimeType: 'application/pdf', fileUrl: 'https://d.example/1,2' },
        { title: 'Plan', fileUrl: 'https://d.example/3' },
      ],
    });
    expect(await lines([single])).toEqual([
      'BEGIN:VEVENT',
      'DTSTART:20261202T170000Z',
      'DTEND:20261202T180000Z',
      'DTSTAMP:20261201T170000Z',
      'UID:a@google.com',
      'X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij',
      'CLASS:PUBLIC',
      'CREATED:20261101T100000Z',
      'DESCRIPTION:One\\nTwo\\, three \\\\ four\\n\\nJoin with Google Meet: https://meet.google.com/abc-defg-hij\\n\\nLearn more about Meet at: https://support.google.com/a/users/answer/9282720',
      'LAST-MODIFIED:20261102T110001Z',
      'LOCATION:Room 1\\; 2nd floor',
      'SEQUENCE:3',
      'STATUS:TENTATIVE',
      'SUMMARY:Sync\\; A\\, B',
      'TRANSP:TRANSPARENT',
      'ATTACH;FILENAME="Notes: 1";FMTTYPE=application/pdf:https://d.example/1,2',
      'ATTACH;FILENAME=Plan:https://d.example/3',
      'END:VEVENT',
    ]);
  });

  it('omits what an event lacks, apart from what Google always writes', async () => {
    const bare = { id: 'a', start: { date: '2026-12-02' }, end: { date: '2026-12-03' } };
    expect(await lines([bare])).toEqual([
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261202',
      'DTEND;VALUE=DATE:20261203',
      'DTSTAMP:20261201T170000Z',
      'UID:a@google.com',
      'CREATED:19000101T120000Z',
      'LAST-MODIFIED:20261201T170000Z',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'SUMMARY:',
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ]);
  });

  it('says how to join by phone', async () => {
    const entryPoints = [
      { entryPointType: 'video', uri: 'https://meet.google.com/abc-defg-hij' },
      { entryPointType: 'more', uri: 'https://tel.meet/abc-defg-hij?pin=2' },
      { entryPointType: 'phone', regionCode: 'US', label: '+1 555-0100', pin: '1' },
    ];
    const all = await lines([event('a', '2026-12-02T09:00', { conferenceData: { entryPoints } })]);
    expect(named(all, 'DESCRIPTION')).toEqual([
      'DESCRIPTION:Join with Google Meet: https://meet.google.com/abc-defg-hij\\nOr dial: (US) +1 555-0100 PIN: 1#\\nMore phone numbers: https://tel.meet/abc-defg-hij?pin=2\\n\\nLearn more about Meet at: https://support.google.com/a/users/answer/9282720',
    ]);
  });

  it('shows that a private event is at some time, and no more', async () => {
    const secret = { visibility: 'private', summary: 'Secret', hangoutLink: 'https://x.example' };
    expect(await lines([event('a', '2026-12-02T09:00', secret)])).toEqual([
      'BEGIN:VEVENT',
      'DTSTART:20261202T170000Z',
      'DTEND:20261202T180000Z',
      'DTSTAMP:20261201T170000Z',
      'UID:a@google.com',
      'SUMMARY:Busy',
      'END:VEVENT',
    ]);
  });

  it('has nothing that is cancelled, lacks a time or is a place of work', async () => {
    const gone = event('gone', '2026-12-02T09:00', { status: 'cancelled' });
    const home = event('home', '2026-12-02T09:00', { eventType: 'workingLocation' });
    const away = event('away', '2026-12-02T09:00', { eventType: 'outOfOffice' });
    const all = await lines([gone, home, { id: 'bad', start: {} }, 'nonsense', away]);
    expect(named(all, 'UID')).toEqual(['UID:away@google.com']);
  });
});

describe('a series in the feed', () => {
  it('has its zone, and a line for each date', async () => {
    const recurrence = [
      'RRULE:INTERVAL=2;FREQ=WEEKLY;BYDAY=WE;UNTIL=20270131T090000',
      'RRULE:FREQ=MONTHLY;BYDAY=1TH',
      'EXDATE:20261216T170000Z,20261230T170000Z',
      'RDATE;TZID=America/New_York:20261204T120000',
    ];
    const all = await lines([event('s', '2026-12-02T09:00', { recurrence })]);
    expect(all.slice(1, 10)).toEqual([
      'DTSTART;TZID=America/Los_Angeles:20261202T090000',
      'DTEND;TZID=America/Los_Angeles:20261202T100000',
      'RRULE:FREQ=WEEKLY;UNTIL=20270131T170000Z;INTERVAL=2;BYDAY=WE',
      'RRULE:FREQ=MONTHLY;BYDAY=1TH',
      'RDATE;TZID=America/Los_Angeles:20261204T090000',
      'EXDATE;TZID=America/Los_Angeles:20261216T090000',
      'EXDATE;TZID=America/Los_Angeles:20261230T090000',
      'DTSTAMP:20261201T170000Z',
      'UID:s@google.com',
    ]);
    expect(await text()).toContain('BEGIN:VTIMEZONE\r\nTZID:America/Los_Angeles\r\n');
  });

  it('has changed occurrences beside it, and cancelled ones as EXDATE', async () => {
    const moved = exception('s', '2026-12-16T09:00', event('', '2026-12-17T11:00'));
    const cancelled = exception('s', '2026-12-02T09:00', { status: 'cancelled' });
    const all = await lines([biweekly('s', '2026-12-02T09:00'), moved, cancelled]);
    expect(named(all, 'UID', 'DTSTART', 'EXDATE', 'RECURRENCE-ID')).toEqual([
      'DTSTART;TZID=America/Los_Angeles:20261202T090000',
      'EXDATE;TZID=America/Los_Angeles:20261202T090000',
      'UID:s@google.com',
      'DTSTART;TZID=America/Los_Angeles:20261217T110000',
      'UID:s@google.com',
      'RECURRENCE-ID;TZID=America/Los_Angeles:20261216T090000',
    ]);
  });

  it('of days has dates, and one in UTC no zone', async () => {
    const days = {
      id: 'd',
      start: { date: '2026-12-02' },
      end: { date: '2026-12-03' },
      recurrence: ['RRULE:FREQ=WEEKLY;UNTIL=20270131T000000Z'],
    };
    const cancelled = {
      recurringEventId: 'd',
      originalStartTime: { date: '2026-12-09' },
      status: 'cancelled',
    };
    const utc = event('u', '2026-12-02T09:00', { recurrence: ['RRULE:FREQ=DAILY'] }, 'UTC');
    const all = await lines([days, cancelled, utc]);
    expect(named(all, 'DTSTART', 'RRULE', 'EXDATE')).toEqual([
      'DTSTART;VALUE=DATE:20261202',
      'RRULE:FREQ=WEEKLY;UNTIL=20270131',
      'EXDATE;VALUE=DATE:20261209',
      'DTSTART:20261202T090000Z',
      'RRULE:FREQ=DAILY',
    ]);
    expect(await text()).not.toContain('VTIMEZONE');
  });

  it('keeps a UID of its own', async () => {
    const imported = { iCalUID: '6D99160B@example.com' };
    const all = await lines([
      event('a', '2026-12-02T09:00', imported),
      biweekly('s_R20261202T170000', '2026-12-02T09:00'),
    ]);
    expect(named(all, 'UID')).toEqual([
      'UID:6D99160B@example.com',
      'UID:s_R20261202T170000@google.com',
    ]);
  });
});

describe('folding', () => {
  it('counts UTF-16 code units, apart from the space, and keeps surrogate pairs together', () => {
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
    expect(fold('x'.repeat(151))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(75)}\r\n x`);
    expect(fold(`${'é'.repeat(76)}`)).toBe(`${'é'.repeat(75)}\r\n é`);
    expect(fold(`${'x'.repeat(74)}🚇y`)).toBe(`${'x'.repeat(74)}\r\n 🚇y`);
  });
});

describe('a request for the feed only if it has changed', () => {
  it('is answered with 304 until events change, although the time of the request is in it', async () => {
    await start([event('a', '2026-12-02T09:00')]);
    const first = await get();
    const headers = (): Record<string, string>[] => [
      { 'if-none-match': first.headers.get('etag') ?? '' },
      { 'if-modified-since': first.headers.get('last-modified') ?? '' },
    ];
    clock.set(at('2026-12-01T09:05'));
    for (const header of headers()) {
      const again = await get(header);
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    google.setEvents([event('a', '2026-12-02T10:00')]);
    for (const header of headers()) expect((await get(header)).status).toBe(200);
  });

  it('notices two changes within a second', async () => {
    await start([]);
    const since = (await get()).headers.get('last-modified') ?? '';
    google.setEvents([event('a', '2026-12-02T10:00')]);
    expect((await get({ 'if-modified-since': since })).status).toBe(200);
  });

  it('is answered in full by a calendar that does not know of that', async () => {
    await start([], { feedValidators: false });
    const response = await get({ 'if-none-match': '*' });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBeNull();
  });
});

describe('faults of the feed', () => {
  const broken = async (kind: Parameters<Faults['add']>[0]['kind']) => {
    const faults = new Faults(20);
    const events = ['a', 'b', 'c', 'd'].map((id) => event(id, '2026-12-02T09:00'));
    await start(events, { fault: (url, run) => faults.apply(faultName(url), run) });
    const whole = await text();
    faults.add({ on: 'feed', kind });
    return { whole, response: get() };
  };

  it.each(['dropped before', 'dropped after', 'hang'] as const)('%s', async (kind) => {
    await expect((await broken(kind)).response).rejects.toThrow();
  });

  it.each([
    ['rate limited', 429],
    ['server error', 500],
    [{ status: 403 }, 403],
  ] as const)('%j', async (kind, status) => {
    expect((await (await broken(kind)).response).status).toBe(status);
  });

  it('half of it, as if it were complete', async () => {
    const { whole, response } = await broken('truncated');
    expect(await (await response).text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  });

  it('half of it, until the connection breaks', async () => {
    const { response } = await broken('cut off');
    const { status, headers, body } = await response;
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const read = async () => {
      let size = 0;
      for await (const chunk of body ?? []) size += chunk.length;
      return size;
    };
    await expect(read()).rejects.toThrow();
  });

  it('half of its events', async () => {
    const { whole, response } = await broken('cut between events');
    const cut = await (await response).text();
    expect(whole.startsWith(cut)).toBe(true);
    expect(cut.endsWith('END:VEVENT\r\n')).toBe(true);
    expect(cut.match(/^END:VEVENT/gmu)).toHaveLength(2);
  });

  it('no body, or a page, with status 200', async () => {
    const empty = await (await broken('empty body')).response;
    expect([empty.status, await empty.text()]).toEqual([200, '']);
    await google.close();
    const page = await (await broken('html')).response;
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
  });

  it('leave the API alone', async () => {
    await broken('server error');
    const api = `calendar/v3/calendars/${encodeURIComponent(CALENDAR)}/events?key=key`;
    expect((await get({}, new URL(api, google.rootUrl).href)).status).toBe(200);
  });
});
