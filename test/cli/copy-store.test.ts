import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import { at, meeting } from '../support/build.ts';
import { postgresServer, type StoreServer } from '../support/stores.ts';
import { runCommandLine } from '../support/terminal.ts';

const now = at('2026-12-01T09:00');
const GROUP = 'wg-serving';
const MANY = 503;

let server: StoreServer;
let folder: string;
let path: string;
beforeAll(async () => {
  server = await postgresServer();
  folder = await mkdtemp(join(tmpdir(), 'copy-store-test-'));
  path = join(folder, 'bot.sqlite');
  await fill();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const copyTo = (url: string, file = path) =>
  runCommandLine(['copy-store', file], { DATABASE_URL: url }, now);

async function inStore<T>(
  location: Parameters<typeof openStore>[0],
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(location, GROUP);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const question = { channel: 'C1', ts: '1.2' };
const post = {
  key: 'reminder/a',
  kind: 'reminder',
  meetingId: 'a',
  leadMinutes: 10,
  destination: { kind: 'channel', channelId: 'C1' },
  details: {
    title: "O'Reilly — “quoted”, 日本",
    start: at('2026-12-01T09:10'),
    end: at('2026-12-01T10:10'),
    tentative: false,
    cancelled: false,
  },
  asOf: now,
} as const;

const kept = {
  kind: 'kept',
  key: 'following/1',
  destination: { kind: 'channel', channelId: 'C1' },
  fingerprint: 'a',
  asOf: now,
  keepUntil: now.plus({ days: 9 }),
} as const;

const followed = {
  comparedAt: now,
  linksCheckedAt: now,
  deadLinks: [{ what: 'notes', url: 'https://example.org/', status: 404 }],
  seen: ['regularmeeting'],
  lastNumber: 2,
  open: { number: 2, postedAt: now, told: ['time Regular Meeting'] },
  ended: [{ number: 1, how: 'settled', at: now }],
} as const;

/** Something in each table, and more subscriptions than fit in one statement. */
async function fill(): Promise<void> {
  await inStore({ kind: 'sqlite', path }, async (store) => {
    const { ledgers, subscriptions, calendarSnapshots, followStates, keptMessages } =
      store.forGroup(GROUP);
    await ledgers.channel.claim(post, now);
    await keptMessages.claim(kept, now);
    await followStates.save(followed);
    for (let n = 0; n < MANY; n += 1) {
      const about = n % 2 === 0 ? undefined : 'DRA';
      await subscriptions.set({ userId: `U${n}`, about, leadTimes: [60, n + 1] });
    }
    await calendarSnapshots.save('calendar', {
      meetings: [meeting('2026-12-02T09:00')],
      unreadable: new Set(['x']),
      readAt: now,
      source: 'api',
    });
    await store.alerts.claim('not posted', now);
    await store.answers.claim(question, now);
  });
}

describe('copy-store', () => {
  it('copies every row of every table, and leaves the file as it is', async () => {
    const before = await readFile(path);
    const { location, url } = await server.create();
    const { stdout, stderr, code } = await copyTo(url);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'alerts: 1 row',
        'answers: 1 row',
        'calendar_snapshots: 1 row',
        'following: 1 row',
        'kept_messages: 1 row',
        'posts: 1 row',
        `subscriptions: ${MANY} rows`,
      ]),
    );
    expect(await readFile(path)).toEqual(before);
    const read = async (store: Store) => {
      const { ledgers, subscriptions, calendarSnapshots, followStates, keptMessages } =
        store.forGroup(GROUP);
      return {
        kept: await keptMessages.read([kept.key]),
        followed: await followStates.load(),
        posts: await ledgers.channel.states(now),
        subscriptions: (await subscriptions.all()).toSorted((a, b) =>
          a.userId < b.userId ? -1 : 1,
        ),
        snapshot: await calendarSnapshots.load('calendar'),
        // What is held by the old process stays held.
        claimed: await ledgers.channel.claim(post, now),
        answered: await store.answers.claim(question, now),
      };
    };
    expect(await inStore(location, read)).toEqual(await inStore({ kind: 'sqlite', path }, read));
  });

  it('refuses a database that has rows, and changes nothing in it', async () => {
    const { location, url } = await server.create();
    const wish = { userId: 'U-other', about: undefined, leadTimes: [5] };
    await inStore(location, (store) => store.forGroup(GROUP).subscriptions.set(wish));
    const { stdout, stderr, code } = await copyTo(url);
    expect(stderr).toMatch(
      /^DATABASE_URL: the PostgreSQL database is not empty, it has rows in sub/,
    );
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    await inStore(location, async (store) => {
      const group = store.forGroup(GROUP);
      expect(await group.subscriptions.all()).toEqual([wish]);
      expect(await group.calendarSnapshots.load('calendar')).toBeUndefined();
    });
    expect(await copyTo(url)).toMatchObject({ code: 1 });
  });

  it('copies into a database that a bot of this version has only prepared', async () => {
    const { location, url } = await server.create();
    await inStore(location, async () => {});
    expect(await copyTo(url)).toMatchObject({ code: 0 });
  });

  it('refuses a file that a bot is using', async () => {
    const { url } = await server.create();
    await inStore({ kind: 'sqlite', path }, async () => {
      const { stderr, code } = await copyTo(url);
      expect(stderr).toMatch(
        /another process of the bot is using .*bot\.sqlite\. Stop that one first/,
      );
      expect(code).toBe(1);
    });
  });

  it('says what is wrong with either database', async () => {
    const { url } = await server.create();
    expect((await copyTo(url, '/nowhere')).stderr).toBe('there is no database /nowhere\n');
    expect((await copyTo(`file:${path}`)).stderr).toMatch(
      /DATABASE_URL names a SQLite file: set it to/,
    );
    const refused = await copyTo('postgres://postgres:secret@127.0.0.1:1/db');
    expect(refused.stderr).toMatch(/Nothing is listening on its host and port/);
    expect(refused.stderr).not.toContain('secret');
    const foreign = join(folder, 'foreign.sqlite');
    await writeFile(foreign, 'this is no database, though it is long enough to be read as one');
    expect((await copyTo(url, foreign)).stderr).toMatch(/foreign\.sqlite/);
  });
});
