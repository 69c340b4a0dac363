import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import { openStore, openStoreForReading } from '../../src/store/open.ts';
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
  destination: { kind: 'channel', channelId: 'C1' },
  details: detailsOf(meeting('2026-12-02T09:00')),
  asOf: now,
} as const;

describe('openStore', () => {
  it('says which setting to change if the file can’t be opened', async () => {
    await mkdir(path);
    await expect(openStore({ kind: 'sqlite', path }, 'wg')).rejects.toThrow(
      /^DATABASE_URL: cannot open/,
    );
    const below = join(path, 'x');
    (await openStore({ kind: 'sqlite', path: below }, 'wg')).close();
    await expect(
      openStore({ kind: 'sqlite', path: join(below, 'y.sqlite') }, 'wg'),
    ).rejects.toThrow(/writable/);
  });

  it('says so if the file is not a database', async () => {
    await writeFile(path, 'once upon a time '.repeat(100));
    await expect(openStore({ kind: 'sqlite', path }, 'wg')).rejects.toThrow(
      /file is not a database/,
    );
  });
});

describe('the file', () => {
  it('may be locked for a while by another process', async () => {
    const store = await openStore({ kind: 'sqlite', path }, 'wg');
    const locker = spawn(process.execPath, ['-e', LOCK_FOR_A_SECOND, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(locker.stdout, 'data');
    expect((await store.forGroup('wg').ledgers.channel.claim(post, now)).kind).toBe('claimed');
    await once(locker, 'exit');
    await store.close();
  });

  it('may be full: what was claimed stays, the rest fails, and it recovers once there is room', async () => {
    const fill = join(import.meta.dirname, '../support/fill-store.ts');
    // A file size limit simulates a full disk: writing fails in the same place.
    const limited = `trap '' XFSZ; ulimit -f 500; exec "$0" "$@"`;
    const child = spawn('bash', ['-c', limited, process.execPath, fill, path, '5000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { claimed, failure } = JSON.parse(await text(child.stdout));
    expect(failure).toMatch(/disk|full/i);
    expect(claimed).toBeGreaterThan(10);

    const store = await openStore({ kind: 'sqlite', path }, 'wg');
    const before = at('2020-01-01T00:00');
    const later = DateTime.utc().plus({ hours: 1 });
    expect(await store.forGroup('wg').ledgers.channel.pending(later)).toHaveLength(claimed);
    expect(
      (await store.forGroup('wg').ledgers.channel.claim({ ...post, key: 'new' }, now)).kind,
    ).toBe('claimed');
    expect(await store.forGroup('wg').ledgers.channel.posted(before)).toEqual([]);
    await store.close();
  });
});

describe('a second process on one file', () => {
  const HOLD = `
    const { openStore } = await import(process.argv[1]);
    await openStore({ kind: 'sqlite', path: process.argv[2] }, 'wg');
    process.stdout.write('open');
    setInterval(() => {}, 1000);
  `;

  it('is refused with an explanation, others may read, and a crash leaves no lock behind', async () => {
    const module = join(import.meta.dirname, '../../src/store/open.ts');
    const args = ['--input-type=module', '-e', HOLD, module, path];
    const first = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(first.stdout, 'data');
    await expect(openStore({ kind: 'sqlite', path }, 'wg')).rejects.toThrow(
      /^DATABASE_URL: another process of the bot is using/,
    );
    const reading = await openStoreForReading({ kind: 'sqlite', path });
    expect(await reading?.forGroup('wg').ledgers.channel.posted(now)).toEqual([]);
    await reading?.close();
    first.kill('SIGKILL');
    await once(first, 'exit');
    await (await openStore({ kind: 'sqlite', path }, 'wg')).close();
  });
});

it('a second process is refused by any name of the file', async () => {
  const store = await openStore({ kind: 'sqlite', path }, 'wg');
  const alias = join(dirname(path), 'alias.sqlite');
  await symlink(path, alias);
  await expect(openStore({ kind: 'sqlite', path: alias }, 'wg')).rejects.toThrow(/another process/);
  await store.close();
});

it('a start that failed leaves no lock behind', async () => {
  await writeFile(path, 'once upon a time '.repeat(100));
  await expect(openStore({ kind: 'sqlite', path }, 'wg')).rejects.toThrow(/not a database/);
  await rm(path);
  await (await openStore({ kind: 'sqlite', path }, 'wg')).close();
});

describe('what can’t be written', () => {
  // Root may write everything, so the store is opened by someone else.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const OPEN = `
    const { openStore } = await import(process.argv[1]);
    await openStore({ kind: 'sqlite', path: process.argv[2] }, 'wg');
  `;

  async function saidToNobody(): Promise<string> {
    const module = join(import.meta.dirname, '../../src/store/open.ts');
    const args = ['--input-type=module', '-e', OPEN, module, path];
    return text(spawn(process.execPath, args, nobody).stderr);
  }

  it.each([
    ['the file', 0o444, 0o777],
    ['its folder', 0o666, 0o555],
  ])('is named at the start: %s', async (_, fileMode, folderMode) => {
    await (await openStore({ kind: 'sqlite', path }, 'wg')).close();
    await chmod(`${path}.lock`, 0o666);
    await chmod(path, fileMode);
    await chmod(dirname(path), folderMode);
    expect(await saidToNobody()).toMatch(/DATABASE_URL: .*both must be writable by the bot/);
    await chmod(dirname(path), 0o777);
  });
});

it('a database from a newer version is refused with an explanation, and stays as it is', async () => {
  await (await openStore({ kind: 'sqlite', path }, 'wg')).close();
  const raw = new DatabaseSync(path);
  raw.exec(`insert into kysely_migration values ('9999-tomorrow', '2030-01-01T00:00:00.000Z')`);
  raw.close();
  await expect(openStore({ kind: 'sqlite', path }, 'wg')).rejects.toThrow(
    /newer version of the bot/,
  );
});
