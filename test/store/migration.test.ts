import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import { UNWATCHED } from '../../src/store/health.ts';
import type { StoreLocation } from '../../src/store/location.ts';
import { postsAndCalendar } from '../../src/store/migrations/0001-posts-and-calendar.ts';
import { announcements } from '../../src/store/migrations/0002-announcements.ts';
import { people } from '../../src/store/migrations/0003-people.ts';
import { nodeSqliteDialect } from '../../src/store/node-sqlite.ts';
import { openStore } from '../../src/store/open.ts';
import { storedMeetingDetails } from '../../src/store/stored-meeting.ts';
import { at, meeting } from '../support/build.ts';
import { ROOT } from '../support/process.ts';
import { postgresServer, type StoreServer, sqliteFiles } from '../support/stores.ts';

const now = at('2026-12-01T09:00');
const one = meeting('2026-12-02T09:00');
const said = JSON.stringify(storedMeetingDetails.encode(detailsOf(one)));
const START = '2026-12-02T17:00:00.000Z';
const EARLIER = [
  ['0001-posts-and-calendar', postsAndCalendar],
  ['0002-announcements', announcements],
  ['0003-people', people],
] as const;

function connect(location: StoreLocation): Kysely<unknown> {
  switch (location.kind) {
    case 'sqlite':
      mkdirSync(dirname(location.path), { recursive: true });
      return new Kysely({ dialect: nodeSqliteDialect(location.path, 'write', UNWATCHED) });
    case 'postgres': {
      const pool = new pg.Pool({ connectionString: location.url });
      // The server may end before the last connection has closed: without a listener, that is an uncaught error.
      pool.on('error', () => {});
      pool.on('connect', (client) => client.on('error', () => {}));
      return new Kysely({ dialect: new PostgresDialect({ pool }) });
    }
  }
}

/** A database as it was after the first `count` migrations. */
async function databaseAt(location: StoreLocation, count: number): Promise<Kysely<unknown>> {
  const db = connect(location);
  const migrations = Object.fromEntries(
    EARLIER.slice(0, count).map(([name, up]) => [name, { up }]),
  );
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
  return db;
}

it('since replicas are updated one by one, a migration only adds', async () => {
  const folder = join(ROOT, 'src/store/migrations');
  const later = (await readdir(folder)).filter((name) => name >= '0005');
  expect(later.length).toBeGreaterThan(5);
  for (const name of later) {
    const code = await readFile(join(folder, name), 'utf8');
    expect(code, name).not.toMatch(/drop|rename|alterColumn|modifyColumn|deleteFrom/i);
  }
});

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
])('an older database in %s', (_, startServer) => {
  let server: StoreServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('of the first version is migrated with its data', async () => {
    const { location } = await server.create();
    const db = await databaseAt(location, 1);
    await sql`insert into posts (key, kind, meeting_id, meeting_start, channel, state, lease_until, ts, attempts, updated_at)
      values ('reminder/a', 'reminder', 'a', ${START}, 'C1', 'posted', '', '1.000001', 1, ${START})`.execute(
      db,
    );
    await sql`insert into calendar_copies (calendar_id, read_at, meetings) values ('cal', ${START}, '[]')`.execute(
      db,
    );
    await db.destroy();

    const store = await openStore(location, 'wg');
    const group = store.forGroup('wg');
    expect(await group.ledgers.channel.states(now)).toEqual(new Map([['reminder/a', 'posted']]));
    expect(await group.ledgers.channel.posted(now), 'what it said is not known').toEqual([]);
    expect(await group.calendarSnapshots.load('cal')).toMatchObject({ meetings: [] });
    await store.close();
  });

  it('keeps every row, under the group that it was for', async () => {
    const { location } = await server.create();
    const db = await databaseAt(location, 3);
    const rows = [
      ['reminder/a', 'C1', null, 'posted', '', '1700000000.000001', 1440],
      ['reminder/b', 'C1', null, 'given up', '', null, 10],
      ['reminder/c', 'C1', null, 'claimed', '2026-12-01T17:05:00.000Z', null, 10],
      ['dm/U1/reminder/a', 'D1', 'U1', 'posted', '', '1700000000.000002', 15],
      ['dm/U2/reminder/a', 'U2', 'U2', 'open', '2026-12-01T16:00:00.000Z', null, 15],
    ] as const;
    for (const [key, channel, recipient, state, lease, ts, lead] of rows) {
      await sql`insert into posts (key, kind, meeting_id, meeting_start, channel, recipient, state, lease_until, ts,
        attempts, updated_at, lead_minutes, original, shown, as_of, created_at)
        values (${key}, 'reminder', ${one.id}, ${START}, ${channel}, ${recipient}, ${state}, ${lease}, ${ts},
        1, '2026-12-01T16:59:00.000Z', ${lead}, ${said}, ${said}, ${START}, '2026-12-01T16:59:00.000Z')`.execute(
        db,
      );
    }
    await sql`insert into subscriptions (user_id, about, leads) values ('U1', '', '[15]'), ('U1', 'DRA', '[60]')`.execute(
      db,
    );
    await sql`insert into answers (question, reply_ts, at) values ('q1', '', ${START}), ('q2', '2.0', ${START}), ('q3', null, ${START})`.execute(
      db,
    );
    await db.destroy();

    const store = await openStore(location, 'wg');
    const { ledgers, subscriptions } = store.forGroup('wg');
    expect(await ledgers.channel.states(now)).toEqual(
      new Map([
        ['reminder/a', 'posted'],
        ['reminder/b', 'abandoned'],
        ['reminder/c', 'claimed'],
      ]),
    );
    expect(await ledgers.channel.posted(now)).toMatchObject([
      { key: 'reminder/a', destination: { kind: 'channel', channelId: 'C1' }, channel: 'C1' },
    ]);
    expect(await ledgers.channel.pending(now), 'its lease still runs').toEqual([]);
    expect(await ledgers.person.posted(now)).toMatchObject([
      { key: 'dm/U1/reminder/a', destination: { kind: 'person', userId: 'U1' }, channel: 'D1' },
    ]);
    expect(await ledgers.person.pending(now)).toMatchObject([
      { key: 'dm/U2/reminder/a', leadMinutes: 15, destination: { kind: 'person', userId: 'U2' } },
    ]);
    expect(await subscriptions.of('U1')).toEqual([
      { userId: 'U1', about: undefined, leadTimes: [15] },
      { userId: 'U1', about: 'DRA', leadTimes: [60] },
    ]);
    expect(await store.forGroup('another').ledgers.channel.states(now)).toEqual(new Map());
    await store.close();
    const after = connect(location);
    const answers =
      await sql`select question, state, reply_ts from answers order by question`.execute(after);
    expect(answers.rows).toEqual([
      { question: 'q1', state: 'answered', reply_ts: null },
      { question: 'q2', state: 'answered', reply_ts: '2.0' },
      { question: 'q3', state: 'claimed', reply_ts: null },
    ]);
    await after.destroy();
  });
});
