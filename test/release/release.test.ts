import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { releaseFacts } from '../../scripts/release/facts.ts';
import { ROOT } from '../support/process.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const files = {
  packageJson: '{"version":"1.2.3"}',
  changelog:
    '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-12-01\n\n### Added\n\n- It.\n\n## [1.2.2] - 2026-11-01\n',
  imageKustomization: 'images:\n  - newName: ghcr.io/us/bot\n    newTag: 1.2.3\n',
};

describe('a release', () => {
  it('has the version and the image that all files agree on, and its section of the changelog', () => {
    expect(releaseFacts('v1.2.3', files)).toEqual({
      version: '1.2.3',
      image: 'ghcr.io/us/bot',
      notes: '### Added\n\n- It.',
    });
  });

  it.each([
    ['v1.2.4', {}, /the tag is v1\.2\.4, package\.json has version 1\.2\.3/],
    ['v1.2.3', { changelog: '## [Unreleased]\n\n- It.\n' }, /no section \[1\.2\.3\] with a date/],
    [
      'v1.2.3',
      { imageKustomization: files.imageKustomization.replace('1.2.3', '1.2.2') },
      /newTag 1\.2\.2/,
    ],
    [
      'v1.2.3',
      { imageKustomization: read('deploy/image/kustomization.yaml').replace('0.1.0', '1.2.3') },
      /registry\.example\.com is nobody’s: set newName/,
    ],
  ])('%s with %j is refused in words', (tag, changes, words) => {
    expect(() => releaseFacts(tag, { ...files, ...changes })).toThrow(words);
  });
});

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });
const workflow = z.object({
  permissions: z.strictObject({ contents: z.literal('read') }),
  jobs: z.record(
    z.string(),
    z.looseObject({ steps: z.array(step), 'timeout-minutes': z.number() }),
  ),
});

describe.each(globSync('.github/workflows/*.yml', { cwd: ROOT }))('%s', (path) => {
  const text = read(path);
  const steps = Object.values(workflow.parse(parse(text)).jobs).flatMap((job) => job.steps);

  it('uses actions at a commit, whose version is beside it, the same everywhere', () => {
    const pinned = [...text.matchAll(/uses: (\S+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$/gm)];
    expect(pinned.map(([, uses]) => uses)).toEqual(steps.flatMap(({ uses }) => uses ?? []));
    const actions = new Set(pinned.map(([, uses = '']) => uses.split('@')[0]));
    expect(new Set(pinned.map(([line]) => line)).size).toBe(actions.size);
  });

  it('runs what exists, and puts nothing from outside into a command', () => {
    const scripts = z
      .record(z.string(), z.string())
      .parse(JSON.parse(read('package.json')).scripts);
    for (const { run = '' } of steps) {
      for (const [, script = ''] of run.matchAll(/npm run ([\w:]+)/g))
        expect(scripts).toHaveProperty(script);
      for (const [file] of run.matchAll(/(scripts\/[\w./-]+|\.ci\/run)/g)) {
        expect(existsSync(join(ROOT, file))).toBe(true);
      }
      expect(run).not.toContain('${{');
    }
  });
});
