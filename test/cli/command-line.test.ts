import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { at } from '../support/build.ts';
import { PROGRAM, ROOT, run } from '../support/process.ts';
import { runCommandLine } from '../support/terminal.ts';

const now = at('2026-12-01T09:00');
const main = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCommandLine(args, env, now);

describe('the command line', () => {
  it.each([
    [['dance'], /There is no sub-command "dance"\./],
    [['--dance'], /Unknown option '--dance'\./],
    [['preview', '--weeks', '2'], /Unknown option '--weeks'\./],
    [['preview', '--days'], /Option '--days <value>' argument missing\./],
    [['preview', '--days', '0'], /--days takes a number from 1 to 300\./],
    [['preview', '--days', 'many'], /--days takes a number from 1 to 300\./],
    [['manifest', 'now'], /manifest does not take "now"\./],
    [['backup'], /backup needs FILE\./],
    [['backup', 'a', 'b'], /backup does not take "b"\./],
    [['start', 'now'], /start does not take "now"\./],
  ])('%j is answered with the list and code 2', async (args, words) => {
    const { stdout, stderr, code } = await main(args);
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/start .*the default.*preview \[--days DAYS\].*backup FILE/s);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('lists the sub-commands', async () => {
    const { stdout, stderr, code } = await main(['--help']);
    expect(stdout).toMatch(/start .*preview .*manifest .*backup FILE .*--version.*--help/s);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  it('explains one sub-command', async () => {
    const { stdout, code } = await main(['preview', '--help']);
    expect(stdout).toMatch(/preview \[--days DAYS\].*post and write nothing.*How far/s);
    expect(code).toBe(0);
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await main(['--version'])).toEqual({ stdout: `${version}\n`, stderr: '', code: 0 });
  });

  it('is what the process runs', async () => {
    expect(await run(PROGRAM, ['dance'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no sub-command "dance".'),
    });
    expect(await run(PROGRAM, ['manifest'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('manifest', () => {
  const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');

  it('prints the file as it is', async () => {
    expect((await main(['manifest'])).stdout).toBe(text);
  });

  it('names the configured slash command, and nothing else differs', async () => {
    const { stdout } = await main(['manifest'], { SLASH_COMMAND: '/serving' });
    const { features, display_information } = parse(stdout);
    expect(features.slash_commands).toMatchObject([{ command: '/serving' }]);
    expect(features.bot_user.display_name).toBe('wg-serving');
    expect(display_information.long_description).toContain('Answers /serving with');
    expect(stdout.replaceAll('/serving', '/wg-serving')).toBe(text);
  });

  it('is for an app of several groups, by another name', async () => {
    const { stdout } = await main(['manifest', '--name', 'Kubernetes Meetings']);
    expect(parse(stdout)).toMatchObject({
      display_information: { name: 'Kubernetes Meetings' },
      features: {
        bot_user: { display_name: 'kubernetes-meetings' },
        slash_commands: [
          { command: '/wg-serving', description: 'Meetings, people and documents of our groups' },
        ],
      },
    });
    expect(stdout).not.toContain('WG Serving');
    for (const name of ['', 'a: b', 'x'.repeat(36), '"quoted"', 'two\nlines']) {
      expect(await main(['manifest', '--name', name])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('--name takes'),
      });
    }
  });

  it('leaves out a scope that a workspace does not grant, and only that', async () => {
    const { stdout } = await main(['manifest', '--without', 'channels:history']);
    expect(stdout).toBe(text.replace('      - channels:history\n', ''));
    expect(await main(['manifest', '--without', 'channels:read'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--without takes one of app_mentions:read, channels:history/),
    });
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await main(['manifest', '--json'], { SLASH_COMMAND: '/serving' });
    const yaml = await main(['manifest'], { SLASH_COMMAND: '/serving' });
    expect(JSON.parse(stdout)).toEqual(parse(yaml.stdout));
  });

  it('says what is wrong with the slash command, and nothing about other settings', async () => {
    const { stderr, code } = await main(['manifest'], { SLASH_COMMAND: 'serving' });
    expect(stderr).toMatch(/^SLASH_COMMAND must be the slash command from manifest\.yml/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});
