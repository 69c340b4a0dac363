import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, openStoreForReading, type Store } from '../../src/store/open.ts';
import { at } from '../support/build.ts';
import { runCommandLine } from '../support/terminal.ts';

const now = at('2026-12-01T09:00');
const GROUP = 'wg-serving';
const wish = { userId: 'U1', about: undefined, leadTimes: [10] };

let folder: string;
let path: string;
let running: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-test-'));
  path = join(folder, 'bot.sqlite');
  running = await openStore({ kind: 'sqlite', path }, GROUP);
});
afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const backUp = (to: string, url = `file:${path}`) =>
  runCommandLine(['backup', to], { DATABASE_URL: url }, now);

describe('backup', () => {
  it('copies what a running bot has written, which the bot can start from', async () => {
    await running.forGroup(GROUP).subscriptions.set(wish);
    await chmod(path, 0o600);
    const to = join(folder, 'copy.sqlite');
    const { stdout, code } = await backUp(to);
    expect(stdout).toMatch(/^Copied .*bot\.sqlite to .*copy\.sqlite \(\d+ bytes\)\.\n.*private/);
    expect(code).toBe(0);
    expect((await stat(to)).mode & 0o777).toBe(0o600);
    await running.forGroup(GROUP).subscriptions.stop('U1');
    const copy = await openStore({ kind: 'sqlite', path: to }, GROUP);
    expect(await copy.forGroup(GROUP).subscriptions.of('U1')).toEqual([wish]);
    await copy.close();
  });

  it('sends a copy to standard output, and leaves no other behind', async () => {
    await running.forGroup(GROUP).subscriptions.set(wish);
    const before = await readdir(folder);
    const { stdout, stderr, code } = await backUp('-');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(await readdir(folder)).toEqual(before);
    const to = join(folder, 'received.sqlite');
    await writeFile(to, stdout, 'latin1');
    const copy = await openStore({ kind: 'sqlite', path: to }, GROUP);
    expect(await copy.forGroup(GROUP).subscriptions.of('U1')).toEqual([wish]);
    await copy.close();
  });

  it('replaces no file, and leaves none behind when it fails', async () => {
    const taken = join(folder, 'taken');
    await writeFile(taken, 'mine');
    expect(await backUp(taken)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/taken exists already; name a new file\n$/),
    });
    const broken = join(folder, 'broken.sqlite');
    await writeFile(broken, 'this is no database, though it is long enough to be read as one');
    const { stderr, code } = await backUp(join(folder, 'copy'), `file:${broken}`);
    expect(stderr).toMatch(/could not be copied .*not a database/);
    expect(code).toBe(1);
    expect(await readdir(folder)).not.toContain('copy.part');
  });

  it.each([
    ['file:/nowhere/bot.sqlite', /there is no database \/nowhere\/bot\.sqlite yet/],
    ['postgres://u:secret@host/db', /pg_dump/],
    ['mysql://u:secret@host/db', /^DATABASE_URL must be file:/],
  ])('of %s says what to do', async (url, words) => {
    const { stderr, code } = await backUp(join(folder, 'copy'), url);
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain('secret');
    expect(code).toBe(1);
  });

  it('leaves the folder of a database that is only read as it is', async () => {
    await running.close();
    const before = await readdir(folder);
    const store = await openStoreForReading({ kind: 'sqlite', path });
    expect(await store?.forGroup(GROUP).subscriptions.all()).toEqual([]);
    await store?.close();
    expect(await readdir(folder)).toEqual(before);
    running = await openStore({ kind: 'sqlite', path }, GROUP);
  });
});
