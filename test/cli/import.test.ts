import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../support/build.ts';
import { ROOT } from '../support/process.ts';
import { runCommandLine } from '../support/terminal.ts';

const SIGS_YAML = join(ROOT, 'test/fixtures/community/sigs.yaml');
const PAGE = join(ROOT, 'test/fixtures/community/wg-serving-page.md');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true }));

function imports(...args: readonly string[]) {
  const places = ['--from', SIGS_YAML, '--to', folder];
  return runCommandLine(['import', ...places, ...args], {}, at('2026-12-01T09:00'));
}

describe('import', () => {
  it('writes the file of a group, and says what needs someone’s eyes', async () => {
    expect(await imports('wg-batch', 'sig-cli')).toEqual({
      code: 0,
      stderr: '',
      stdout: `${folder}/wg-batch.yaml: written
  wg-batch, Regular Meeting, tz (line 1891, column 13): CET is UTC+1 all year, to the letter → read as Europe/Berlin
${folder}/sig-cli.yaml: written
  sig-cli, Regular SIG Meeting (line 377, column 9): is at the same hour in the same room as "Bug Scrub" → kept; they may alternate
  the week is not published of "Regular SIG Meeting", "Bug Scrub" → write anchor: and a date on which it took place
`,
    });
    expect(await readdir(folder)).toEqual(['sig-cli.yaml', 'wg-batch.yaml']);
  });

  it('writes all groups, and nothing when it is repeated', async () => {
    expect((await imports('--all')).stdout.match(/: written$/gm)).toHaveLength(35);
    expect(await readdir(folder)).toHaveLength(35);
    expect((await imports('--all')).stdout.match(/: nothing to change$/gm)).toHaveLength(35);
  });

  it('takes workstreams from the page of a group', async () => {
    expect(await imports('wg-batch', '--readme', PAGE)).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'wg-batch.yaml'), 'utf8')).toContain(
      '\nworkstreams:\n  - name: Autoscaling\n',
    );
  });

  it('changes a file in place, and refuses one that it can’t read', async () => {
    await imports('wg-batch');
    const path = join(folder, 'wg-batch.yaml');
    const written = await readFile(path, 'utf8');
    await writeFile(path, `# Ours.\n${written.replace('"16:00"', '"15:00"   # was earlier')}`);
    expect((await imports('wg-batch')).stdout).toContain('changed; look at the diff');
    expect(await readFile(path, 'utf8')).toBe(
      `# Ours.\n${written.replace('"16:00"', '"16:00"   # was earlier')}`,
    );
    await writeFile(path, 'name: [');
    const { code, stderr } = await imports('wg-batch');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining(`${path}: line 1`),
    });
    expect(await readFile(path, 'utf8')).toBe('name: [');
  });

  it.each([
    [
      ['wg-bach'],
      1,
      /does not list wg-bach; there is wg-batch\. A group that was archived or renamed/,
    ],
    [[], 2, /import needs the IDs of groups, such as wg-batch, or --all\./],
    [['wg-batch', '--all'], 2, /or --all\./],
    [['--all', '--readme', 'x'], 2, /--readme is the page of one group/],
    [
      ['wg-batch', '--from', 'nowhere.yaml'],
      1,
      /^nowhere\.yaml could not be read: there is no such file$/m,
    ],
    [
      ['wg-batch', '--from', PAGE],
      1,
      /wg-serving-page\.md is a web page, not the list of groups$/m,
    ],
    [['wg-batch', '--readme', SIGS_YAML], 1, /sigs\.yaml has no custom part$/m],
    [
      ['wg-batch', '--to', '/nowhere'],
      1,
      /\/nowhere\/wg-batch\.yaml could not be written: there is no such folder$/m,
    ],
  ])('%j is answered with a sentence', async (args, code, words) => {
    const result = await imports(...args);
    expect(result.stderr).toMatch(words);
    expect(result.stderr).not.toMatch(/\n {4}at /);
    expect(result.code).toBe(code);
  });
});
