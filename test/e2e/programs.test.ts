import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOptions as playgroundOptions } from '../../sandbox/playground/options.ts';
import { readOptions as simulationOptions } from '../../sandbox/simulate/options.ts';
import { regular } from '../support/build.ts';
import { ROOT, run, spawnChild } from '../support/process.ts';
import { event } from '../support/world.ts';

let folder: string;
let calendar: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'programs-test-'));
  calendar = join(folder, 'events.json');
  await writeFile(
    calendar,
    JSON.stringify([event('a', '2026-12-02T09:00', { summary: 'On DRA' })]),
  );
});
afterEach(() => rm(folder, { recursive: true }));

const playground = (...args: string[]) => run('sandbox/playground/main.ts', args);
const simulate = (...args: string[]) => run('sandbox/simulate/main.ts', args);

describe('npm run playground', () => {
  it('answers each argument in turn as plain text, with both links', async () => {
    const { stdout, stderr, code } = await playground('/wg-serving next-meeting', 'organizers');
    expect(stdout).toContain(`[Join] ${regular().join}`);
    expect(stdout).toContain(`[Agenda] ${regular().agenda}`);
    expect(stdout.indexOf('> organizers')).toBeGreaterThan(stdout.indexOf('> /wg-serving'));
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('accepts a clock, a calendar and a role, and shows times in the asker’s zone', async () => {
    const args = ['--now', '2026-12-02T16:50:00Z', '--calendar', calendar];
    const member = await playground(...args, '/wg-serving next');
    expect(member.stdout).toContain(
      'Wednesday, December 2nd at 10:30 PM to 11:30 PM (Wed, 9:00 AM in Los Angeles)',
    );
    const organizer = await playground(...args, '--as', 'organizer', '/wg-serving next');
    expect(organizer.stdout).toContain('Wednesday, December 2nd at 9:00 AM to 10:00 AM');
  });

  it('prints one JSON line for each argument and nothing else', async () => {
    const { stdout } = await playground('--json', '/wg-serving help', '@wg-serving contact');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        input: '/wg-serving help',
        replies: [{ channel: 'C0WGSERVING', ephemeral: true, threadTs: null }],
      },
      {
        input: '@wg-serving contact',
        replies: [{ ephemeral: false, threadTs: expect.any(String) }],
      },
    ]);
    expect(Object.keys(lines[0].replies[0])).toEqual([
      'channel',
      'ephemeral',
      'threadTs',
      'text',
      'blocks',
    ]);
  });

  it('serves a page without arguments, and shuts down cleanly when told to', async () => {
    const child = spawnChild([join(ROOT, 'sandbox/playground/main.ts')], {});
    let output = '';
    child.stdout.on('data', (data) => {
      output += String(data);
    });
    await expect.poll(() => output).toContain('Ctrl-C stops it.');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('opens a prompt with --terminal, and ends with its input', async () => {
    const { stdout, stderr, code } = await run(
      'sandbox/playground/main.ts',
      ['--terminal'],
      {},
      '/wg-serving help\n\norganizers\n/nope\n',
    );
    expect(stdout).toContain('(only visible to you)');
    expect(stdout).toContain('(direct message)');
    expect(stdout).toContain('/nope is not a valid command');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it.each([
    [['--now', 'soon', 'help'], /--now takes a moment/],
    [['--as', 'king', 'help'], /--as takes organizer, member, newcomer/],
    [['--calendar', '/nowhere.json', 'help'], /cannot read \/nowhere\.json/],
    [['--port', '99999'], /--port takes a number/],
    [['--json'], /--json needs at least one message/],
  ])('%j is not accepted', async (args, message) => {
    await expect(playgroundOptions(args)).rejects.toThrow(message);
  });

  it.each([
    [['/other'], /not a valid command/],
    [['--nonsense'], /--nonsense/],
  ])('%j ends with 1 and says why', async (args, message) => {
    const { stderr, code } = await playground(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(code).toBe(1);
  });
});

describe('npm run simulate', () => {
  it('prints each post as a JSON line', async () => {
    const { stdout, code } = await simulate(
      '--from',
      '2026-12-01',
      '--to',
      '2026-12-03',
      '--calendar',
      calendar,
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({ at: '2026-12-01T17:00:00Z', kind: 'reminder', meetingId: 'a' }),
      {
        at: '2026-12-02T16:50:00Z',
        channel: 'C0WGSERVING',
        kind: 'reminder',
        key: 'reminder/a/20261202T1700Z/10m',
        meetingId: 'a',
        text: expect.stringContaining('*On DRA* starts'),
      },
    ]);
    expect(code).toBe(0);
  });

  it('uses other lead times from the environment', async () => {
    const args = ['--from', '2026-12-01', '--to', '2026-12-03', '--calendar', calendar];
    const { stdout } = await run('sandbox/simulate/main.ts', args, { REMINDER_LEADS: '2h' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toContain('"at":"2026-12-02T15:00:00Z"');
  });

  it('needs a span of time', async () => {
    const backwards = ['--from', '2026-12-03', '--to', '2026-12-01'];
    await expect(simulationOptions(backwards)).rejects.toThrow(/--to must be after --from/);
    const { stderr, code } = await simulate();
    expect(stderr).toMatch(/--from and --to are required/);
    expect(code).toBe(1);
  });
});
