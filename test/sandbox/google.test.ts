import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalGoogle, startLocalGoogle } from '../../sandbox/google/server.ts';
import { UpstreamError } from '../../src/errors.ts';
import { googleCalendar } from '../../src/google/source.ts';
import { at, group, memoryLogger, silent } from '../support/build.ts';
import { biweekly, event, exception } from '../support/world.ts';

let google: LocalGoogle;
afterEach(() => google.close());

async function start(events: readonly unknown[]) {
  google = await startLocalGoogle({
    calendarId: 'cal@x',
    apiKey: 'key',
    zone: 'America/Los_Angeles',
    events,
  });
}

const page = z.object({
  items: z.array(z.record(z.string(), z.unknown())).default([]),
  nextPageToken: z.string().optional(),
  error: z
    .object({ code: z.number(), errors: z.array(z.object({ reason: z.string() })) })
    .optional(),
});

async function list(query: Record<string, string>, calendar = 'cal@x') {
  const url = new URL(
    `calendar/v3/calendars/${encodeURIComponent(calendar)}/events`,
    google.rootUrl,
  );
  for (const [name, value] of Object.entries({ key: 'key', ...query }))
    url.searchParams.set(name, value);
  return page.parse(await (await fetch(url)).json());
}

const expanded = { singleEvents: 'true', orderBy: 'startTime' };
const december = { ...expanded, timeMin: '2026-12-01T00:00:00Z', timeMax: '2027-01-01T00:00:00Z' };
const ids = async (query: Record<string, string>) => (await list(query)).items.map(({ id }) => id);

describe('events.list of the local Google Calendar', () => {
  const series = biweekly('s', '2026-12-02T09:00');

  it('expands a series within the window only, and serves it whole without singleEvents', async () => {
    await start([series]);
    expect(await ids(december)).toEqual([
      's_20261202T170000Z',
      's_20261216T170000Z',
      's_20261230T170000Z',
    ]);
    expect(await ids({})).toEqual(['s']);
  });

  it('replaces occurrences with their exceptions, and hides cancelled ones unless asked', async () => {
    const moved = exception('s', '2026-12-02T09:00', event('', '2026-12-03T11:00'));
    const cancelled = exception('s', '2026-12-16T09:00', { status: 'cancelled' });
    await start([series, moved, cancelled]);
    const all = (await list({ ...december, showDeleted: 'true' })).items;
    expect(all.map(({ id, status }) => [id, status])).toEqual([
      ['s_20261202T170000Z', 'confirmed'],
      ['s_20261216T170000Z', 'cancelled'],
      ['s_20261230T170000Z', 'confirmed'],
    ]);
    expect(all[0]?.start).toMatchObject({ dateTime: '2026-12-03T11:00:00-08:00' });
    expect((await list(december)).items).toHaveLength(2);
  });

  it('hands out pages', async () => {
    await start(['02', '03', '04'].map((day) => event(day, `2026-12-${day}T09:00`)));
    const first = await list({ ...december, maxResults: '2' });
    expect(first.items.map(({ id }) => id)).toEqual(['02', '03']);
    const second = await list({
      ...december,
      maxResults: '2',
      pageToken: first.nextPageToken ?? '',
    });
    expect(second.items.map(({ id }) => id)).toEqual(['04']);
    expect(second.nextPageToken).toBeUndefined();
  });

  it('has a window whose ends are exclusive', async () => {
    await start([event('a', '2026-12-02T09:00')]);
    expect(await ids({ ...expanded, timeMin: '2026-12-02T18:00:00Z' })).toEqual([]);
    expect(await ids({ ...expanded, timeMin: '2026-12-02T17:59:59Z' })).toEqual(['a']);
    expect(await ids({ ...expanded, timeMax: '2026-12-02T17:00:00Z' })).toEqual([]);
  });

  it('sends only the fields in the mask', async () => {
    await start([event('a', '2026-12-02T09:00', { attendees: [{ email: 'a@b' }] })]);
    const { items } = await list({ ...december, fields: 'items(id,start/dateTime)' });
    expect(items).toEqual([{ id: 'a', start: { dateTime: '2026-12-02T09:00:00-08:00' } }]);
  });

  it.each([
    [{ orderBy: 'startTime' }, 400, 'badRequest'],
    [{ ...expanded, timeMin: 'yesterday' }, 400, 'badRequest'],
    [{ maxResults: '9999' }, 400, 'badRequest'],
    [{ pageToken: 'x' }, 400, 'badRequest'],
    [{ fields: 'items(' }, 400, 'invalidParameter'],
    [{ key: 'wrong' }, 400, 'badRequest'],
  ])('refuses %j', async (query, code, reason) => {
    await start([]);
    expect((await list(query)).error).toMatchObject({ code, errors: [{ reason }] });
  });

  it('knows one calendar', async () => {
    await start([]);
    expect((await list({}, 'other')).error?.code).toBe(404);
  });
});

describe('googleCalendar on it', () => {
  const now = at('2026-12-01T09:00');
  const read = (key: string, calendarId = 'cal@x', logger = silent) =>
    googleCalendar({ kind: 'api key', key }, google.rootUrl, calendarId, group(), logger);

  it('reads all pages', async () => {
    await start(
      Array.from({ length: 600 }, (_, n) =>
        event(`e${n}`, '2026-12-02T09:00', { summary: `m${n}` }),
      ),
    );
    const source = read('key');
    expect((await source.read(now, [])).meetings).toHaveLength(600);
    expect(google.requests()).toBe(3);
  });

  it('warns of a malformed event once, not on every read', async () => {
    await start([event('good', '2026-12-02T09:00'), { id: 'bad', start: {} }, 'nonsense']);
    const { logger, lines } = memoryLogger();
    const source = read('key', 'cal@x', logger);
    expect((await source.read(now, [])).meetings).toHaveLength(1);
    expect((await source.read(now, [])).meetings).toHaveLength(1);
    expect(lines.filter(({ eventId }) => eventId === 'bad')).toHaveLength(1);
  });

  it('fails with advice for a wrong key and a wrong calendar', async () => {
    await start([]);
    const wrongKey = read('no');
    await expect(wrongKey.read(now, [])).rejects.toThrow(UpstreamError);
    await expect(wrongKey.read(now, [])).rejects.toMatchObject({
      advice: expect.stringMatching(/GOOGLE_API_KEY/),
    });
    const wrongId = read('key', 'other@x');
    await expect(wrongId.read(now, [])).rejects.toMatchObject({
      advice: expect.stringMatching(/calendar\.id/),
    });
  });

  it.each([
    ['an HTML page', '<html>'],
    ['no list', { kind: 'calendar#events' }],
  ])('fails on %s', async (_, body) => {
    google = await startLocalGoogle({
      calendarId: 'cal@x',
      apiKey: 'key',
      zone: 'UTC',
      events: [],
      fault: () => ({ status: 200, body }),
    });
    const source = read('key');
    await expect(source.read(now, [])).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
