import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GroupSettings, loadGroups } from '../../src/group/load.ts';

const SETTINGS: Omit<GroupSettings, 'groups'> = {
  deploymentFile: undefined,
  channel: undefined,
  organizersChannel: undefined,
  alertChannel: undefined,
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groups-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Loads a folder with these files. */
async function load(files: Readonly<Record<string, string>>, deploymentFile?: string) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const deployment = deploymentFile === undefined ? undefined : join(folder, deploymentFile);
  return loadGroups({ ...SETTINGS, groups: [folder], deploymentFile: deployment });
}

describe('a folder of groups', () => {
  it('has its files by name, and may have the deployment file beside them', async () => {
    const placed = await load(
      {
        'b.yaml': 'name: SIG B',
        'a.yml': 'name: SIG A',
        'notes.md': 'no group',
        'deployment.yaml': 'groups: {sig-b: {channels: [C0B], reminders: C0NEWS}}',
      },
      'deployment.yaml',
    );
    expect(
      placed.map(({ group, places }) => [group.id, places.channels, places.reminders]),
    ).toEqual([
      ['sig-a', [], undefined],
      ['sig-b', ['C0B'], 'C0NEWS'],
    ]);
  });

  it('that bash did not pass on is missed', async () => {
    await writeFile(join(folder, 'deployment.yaml'), 'groups: {wg-batch: {channels: [C0A]}}');
    const settings = { ...SETTINGS, groups: [], deploymentFile: join(folder, 'deployment.yaml') };
    await expect(loadGroups(settings)).rejects.toThrow('GROUPS is not set');
  });

  it.each([
    [
      'one ID',
      { 'a.yaml': 'name: SIG A', 'b.yaml': '{id: sig-a, name: SIG B}' },
      'several files have the ID sig-a',
    ],
    [
      'one name',
      { 'a.yaml': '{id: sig-a, name: SIG Same}', 'b.yaml': '{id: sig-b, name: sig  same}' },
      'sig-a and sig-b have the same name, SIG Same; each group needs its own',
    ],
    [
      'one channel',
      { 'a.yaml': '{name: SIG A, channels: [C0A]}', 'b.yaml': '{name: SIG B, channels: [C0A]}' },
      "The channel C0A is both sig-a's and sig-b's",
    ],
    ['no file', { 'a.txt': 'name: SIG A' }, 'has no file that ends with .yaml'],
    ['a broken file', { 'a.yaml': 'name: SIG A', 'b.yaml': 'name: [' }, 'b.yaml: line 1'],
  ] as const)('with %s is refused', async (_, files, problem) => {
    await expect(load(files)).rejects.toThrow(problem);
  });
});
