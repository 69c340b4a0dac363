import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { openStore } from '../../src/store/open.ts';
import { allDay, at, meeting } from '../support/build.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapshots-test-'));
  path = join(folder, 'bot.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

it('returns a snapshot unchanged, zones included, after a restart', async () => {
  const berlin = at('2026-12-02T18:00', 'Europe/Berlin');
  const meetings = [
    meeting('2026-12-02T09:00'),
    meeting('2026-12-02T09:00', { id: 'berlin', start: berlin, end: berlin.plus({ hours: 1 }) }),
    allDay('2026-12-03', '2026-12-04'),
  ];
  const unreadable = new Set(['bad']);
  const first = await openStore({ kind: 'sqlite', path }, 'wg');
  await first.forGroup('wg').calendarSnapshots.save('cal', {
    meetings,
    unreadable,
    readAt: at('2026-12-01T00:00'),
    source: 'api',
  });
  await first.forGroup('wg').calendarSnapshots.save('cal', {
    meetings,
    unreadable,
    readAt: at('2026-12-01T00:05'),
    source: 'feed',
  });
  await first.close();
  const second = await openStore({ kind: 'sqlite', path }, 'wg');
  const snapshot = await second.forGroup('wg').calendarSnapshots.load('cal');
  await second.close();
  expect(snapshot?.readAt.toMillis()).toBe(at('2026-12-01T00:05').toMillis());
  expect(JSON.stringify(snapshot?.meetings)).toBe(JSON.stringify(meetings));
  expect(snapshot?.unreadable).toEqual(unreadable);
  expect(snapshot?.source).toBe('feed');
  expect(snapshot?.meetings[1]?.allDay === false && snapshot.meetings[1].start.zoneName).toBe(
    'Europe/Berlin',
  );
});

/** A calendar that is too long to be written as it is. */
const many = Array.from({ length: 1_000 }, (_, n) =>
  meeting('2026-12-02T09:00', { id: `m${n}`, description: `Line 1\n"],\n[${n}` }),
);
const snapshotAt = (readAt: string, meetings: readonly Meeting[]) =>
  ({ meetings, unreadable: new Set<string>(), readAt: at(readAt), source: 'api' }) as const;

it('returns a long one unchanged, and an empty one', async () => {
  const store = await openStore({ kind: 'sqlite', path }, 'wg');
  const { calendarSnapshots } = store.forGroup('wg');
  await calendarSnapshots.save('cal', snapshotAt('2026-12-01T00:00', many));
  expect(JSON.stringify((await calendarSnapshots.load('cal'))?.meetings)).toBe(
    JSON.stringify(many),
  );
  await calendarSnapshots.save('cal', snapshotAt('2026-12-01T00:05', []));
  expect((await calendarSnapshots.load('cal'))?.meetings).toEqual([]);
  await store.close();
});

it('renews the date of one that has not changed, unless another replica has written its own', async () => {
  const one = await openStore({ kind: 'sqlite', path }, 'wg');
  const { calendarSnapshots: mine } = one.forGroup('wg');
  const { calendarSnapshots: theirs } = one.forGroup('wg');
  const [old, changed] = [many.slice(0, 2), many.slice(0, 3)];
  await mine.save('cal', snapshotAt('2026-12-01T00:00', old));
  await mine.save('cal', snapshotAt('2026-12-01T00:05', old));
  expect((await theirs.load('cal'))?.readAt.toMillis()).toBe(at('2026-12-01T00:05').toMillis());
  await theirs.save('cal', snapshotAt('2026-12-01T00:06', changed));
  expect((await mine.load('cal'))?.meetings).toHaveLength(3);
  await mine.save('cal', snapshotAt('2026-12-01T00:10', old));
  expect((await theirs.load('cal'))?.meetings).toHaveLength(2);
  await one.close();
});

it('has none for another calendar, or if another version wrote something else', async () => {
  const store = await openStore({ kind: 'sqlite', path }, 'wg');
  expect(await store.forGroup('wg').calendarSnapshots.load('cal')).toBeUndefined();
  const raw = new DatabaseSync(path);
  raw.exec(
    `INSERT INTO calendar_snapshots (group_id, calendar_id, read_at, meetings, unreadable)
      VALUES ('wg', 'cal', '2026-12-01T00:00:00.000Z', '[{"id": 5}]', '[]')`,
  );
  raw.close();
  expect(await store.forGroup('wg').calendarSnapshots.load('cal')).toBeUndefined();
  await store.close();
});
