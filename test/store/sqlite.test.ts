import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import { openStore } from '../../src/store/open.ts';
import { at, meeting } from '../support/build.ts';

const now = at('2026-12-02T08:50');
let path: string;

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'sqlite-test-')), 'bot.sqlite');
});
afterEach(() => rm(dirname(path), { recursive: true }));

const LOCK_FOR_A_SECOND = `
  const db = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
  db.exec('begin exclusive');
  process.stdout.write('locked');
  setTimeout(() => { db.exec('commit'); db.close(); }, 1000);
`;

const post = {
  key: 'reminder/a',
  kind: 'reminder',
  meetingId: 'a',
  leadMinutes: 10,
  channel: 'C1',
  details: detailsOf(meeting('2026-12-02T09:00')),
  asOf: now,
} as const;

describe('openStore', () => {
  it('says which setting to change when the file can’t be opened', async () => {
    await mkdir(path);
    await expect(openStore({ kind: 'sqlite', path })).rejects.toThrow(/^DATABASE_URL: cannot open/);
    const below = join(path, 'x');
    (await openStore({ kind: 'sqlite', path: below })).close();
    await expect(openStore({ kind: 'sqlite', path: join(below, 'y.sqlite') })).rejects.toThrow(
      /writable/,
    );
  });

  it('says so when the file is no database', async () => {
    await writeFile(path, 'once upon a time '.repeat(100));
    await expect(openStore({ kind: 'sqlite', path })).rejects.toThrow(/file is not a database/);
  });

  it('brings an older schema forward with its data', async () => {
    const old = new DatabaseSync(path);
    old.exec(`
      create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null);
      create table kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0);
      insert into kysely_migration values ('0001-posts-and-calendar', '2026-11-01T00:00:00.000Z');
      insert into kysely_migration_lock values ('migration_lock', 0);
      create table posts (key text primary key, kind text not null, meeting_id text not null,
        meeting_start text not null, channel text not null, state text not null, lease_until text not null,
        ts text, reason text, attempts integer not null, updated_at text not null);
      create table calendar_copies (calendar_id text primary key, read_at text not null, meetings text not null);
      insert into posts values ('reminder/a', 'reminder', 'a', '2026-12-02T17:00:00.000Z', 'C1', 'posted', '',
        '1.000001', null, 1, '2026-12-01T17:00:00.000Z');
      insert into calendar_copies values ('cal', '2026-12-01T17:00:00.000Z', '[]');
    `);
    old.close();
    const store = await openStore({ kind: 'sqlite', path });
    expect((await store.ledger.claim(post, now)).kind).toBe('taken');
    expect(await store.ledger.settledAhead(now)).toEqual(new Set(['reminder/a']));
    expect(await store.ledger.posted(now), 'what nobody knows of is not corrected').toEqual([]);
    expect(await store.calendarSnapshots.load('cal')).toMatchObject({
      meetings: [],
      unreadable: new Set(),
    });
    await store.close();
  });
});

describe('the file', () => {
  it('may be locked for a while by another process', async () => {
    const store = await openStore({ kind: 'sqlite', path });
    const locker = spawn(process.execPath, ['-e', LOCK_FOR_A_SECOND, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(locker.stdout, 'data');
    expect((await store.ledger.claim(post, now)).kind).toBe('claimed');
    await once(locker, 'exit');
    await store.close();
  });

  it('may be full: what was claimed stays, the rest fails, and it goes on once there is room', async () => {
    const fill = join(import.meta.dirname, '../support/fill-store.ts');
    // A limit on the size of files stands in for a disk without room: writing fails in the same place.
    const limited = `trap '' XFSZ; ulimit -f 400; exec "$0" "$@"`;
    const child = spawn('bash', ['-c', limited, process.execPath, fill, path, '5000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { claimed, failure } = JSON.parse(await text(child.stdout));
    expect(failure).toMatch(/disk|full/i);
    expect(claimed).toBeGreaterThan(10);

    const store = await openStore({ kind: 'sqlite', path });
    const before = at('2020-01-01T00:00');
    const later = DateTime.utc().plus({ hours: 1 });
    expect(await store.ledger.pending(later)).toHaveLength(claimed);
    expect((await store.ledger.claim({ ...post, key: 'new' }, now)).kind).toBe('claimed');
    expect(await store.ledger.posted(before)).toEqual([]);
    await store.close();
  });
});
