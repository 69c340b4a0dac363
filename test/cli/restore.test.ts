import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { at } from '../support/build.ts';
import { runCommandLine } from '../support/terminal.ts';

const now = at('2026-12-01T09:00');
const GROUP = 'wg-serving';
const wish = (userId: string) => ({ userId, about: undefined, leadTimes: [10] });

let folder: string;
let path: string;
let copy: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-test-'));
  path = join(folder, 'data', 'bot.sqlite');
  copy = join(folder, 'copy.sqlite');
  await remember(path, 'U1');
  await cli(['backup', copy]);
  await remember(path, 'U2');
});
afterEach(() => rm(folder, { recursive: true }));

const cli = (args: readonly string[], stdin = '', url = `file:${path}`) =>
  runCommandLine(args, { DATABASE_URL: url }, now, stdin);

async function remember(file: string, userId: string): Promise<void> {
  const store = await openStore({ kind: 'sqlite', path: file }, GROUP);
  await store.forGroup(GROUP).subscriptions.set(wish(userId));
  await store.close();
}

async function peopleIn(file: string): Promise<string[]> {
  const store = await openStore({ kind: 'sqlite', path: file }, GROUP);
  const all = await store.forGroup(GROUP).subscriptions.all();
  await store.close();
  return all.map(({ userId }) => userId);
}

describe('restore', () => {
  it('puts a backup in the place of the database, and keeps what was there', async () => {
    expect(await cli(['restore', copy])).toEqual({
      stdout: `Restored ${path}.\nWhat was there is now ${path}.replaced.\n`,
      stderr: '',
      code: 0,
    });
    expect(await peopleIn(path)).toEqual(['U1']);
    expect(await peopleIn(`${path}.replaced`)).toEqual(['U1', 'U2']);
  });

  it('takes what a killed bot left in the log with what was there, not with the backup', async () => {
    await writeFile(`${path}-wal`, 'a log');
    await cli(['restore', copy]);
    expect(await peopleIn(path)).toEqual(['U1']);
    expect(await readFile(`${path}.replaced-wal`, 'utf8')).toBe('a log');
  });

  it('reads a backup from standard input, also when there is no database yet', async () => {
    const elsewhere = join(folder, 'new', 'bot.sqlite');
    await mkdir(join(folder, 'new'));
    const received = await readFile(copy, 'latin1');
    const { stdout, code } = await cli(['restore', '-'], received, `file:${elsewhere}`);
    expect({ stdout, code }).toEqual({ stdout: `Restored ${elsewhere}.\n`, code: 0 });
    expect(await peopleIn(elsewhere)).toEqual(['U1']);
    expect(
      (await readdir(join(folder, 'new'))).filter((name) => /received|part/.test(name)),
    ).toEqual([]);
  });

  it('changes nothing while a bot is running, or for a file that is no backup', async () => {
    const running = await openStore({ kind: 'sqlite', path }, GROUP);
    expect(await cli(['restore', copy])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('another process of the bot is using'),
    });
    await running.close();
    const damaged = join(folder, 'damaged');
    await writeFile(damaged, (await readFile(copy)).subarray(0, 5_000));
    const foreign = join(folder, 'foreign');
    await writeFile(foreign, 'this is no database');
    for (const file of [damaged, foreign]) {
      expect((await cli(['restore', file])).stderr).toBe(
        `${file} is not an undamaged copy of the bot's database\n`,
      );
    }
    await writeFile(`${copy}-wal`, 'a log');
    expect((await cli(['restore', copy])).stderr).toMatch(
      /-wal, so it is only a part of a database/,
    );
    expect((await cli(['restore', '/nowhere'])).stderr).toBe('there is no file /nowhere\n');
    expect((await cli(['restore', copy], '', 'postgres://h/db')).stderr).toMatch(/pg_restore/);
    expect(await peopleIn(path)).toEqual(['U1', 'U2']);
    expect((await stat(copy)).isFile()).toBe(true);
  });
});
