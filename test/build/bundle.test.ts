import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BundledFile, bundle } from '../../scripts/build/bundle.ts';
import { parseDockerfile } from '../../scripts/image/dockerfile.ts';
import { ROOT } from '../support/process.ts';

const exec = promisify(execFile);
const packed = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);

/** A folder without node_modules, with the bundle and what is shipped with it. */
let folder: string;
let files: readonly BundledFile[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  const dockerfile = parseDockerfile(await readFile(join(ROOT, 'Dockerfile'), 'utf8'));
  for (const source of shipped(dockerfile)) {
    await cp(join(ROOT, source), join(folder, source), { recursive: true });
  }
  files = await bundle(join(folder, 'dist'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the image has beside the bundle. */
function shipped(stages: ReturnType<typeof parseDockerfile>): string[] {
  const stage = stages.find(({ name }) => name === 'bot');
  return (stage?.steps ?? []).flatMap((step) =>
    step.kind === 'copy' && step.from === undefined ? step.sources : [],
  );
}

const run = (file: string, args: readonly string[], env = {}) =>
  exec(process.execPath, [join(folder, 'dist', file), ...args], { env, cwd: tmpdir() });

describe('the bundle', () => {
  it('has the bot, the thread that reads feeds and the health check, all beside each other', () => {
    const names = files.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['main.js', 'google-feed-worker.js', 'healthcheck.js']),
    );
    expect(names.join()).not.toContain('/');
    expect(names.length).toBeLessThan(15);
  });

  it('has the question model as data, not in its code', async () => {
    const code = await readFile(join(folder, 'dist/main.js'), 'utf8');
    const data = await readFile(join(folder, 'dist/questions-model.json'), 'utf8');
    const own = await readFile(join(ROOT, 'src/questions/model.json'), 'utf8');
    expect(data).toBe(own);
    expect(code).not.toContain(JSON.parse(own).learned.slice(0, 200));
  });

  it('has all migrations, and of googleapis only what is used', () => {
    const parts = files.flatMap(({ madeFrom }) => madeFrom);
    expect(parts.filter((path) => path.includes('/src/store/migrations/')).length).toBeGreaterThan(
      4,
    );
    const apis = parts.flatMap(
      (path) => /googleapis\/build\/src\/apis\/(\w+)/.exec(path)?.[1] ?? [],
    );
    expect(new Set(apis)).toEqual(new Set(['calendar', 'youtube']));
  });

  it('runs without node_modules, from any folder, and finds what is shipped with it', async () => {
    const version = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).version;
    expect((await run('main.js', ['--version'])).stdout).toBe(`${version}\n`);
    expect((await run('main.js', ['manifest'])).stdout).toContain('command: /wg-serving\n');
    const doctor = await run('main.js', ['doctor'], {
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
      SLACK_CHANNEL_ID: 'C0123456789',
    }).catch((error) => error);
    expect(doctor.stdout).toContain('the one that comes with the bot: WG Serving');
  });

  it('keeps the names of functions for stack traces', async () => {
    const code = await readFile(join(folder, 'dist/main.js'), 'utf8');
    expect(code).toMatch(/async function openStore\(/);
  });

  it('refers to none of its sources', async () => {
    for (const { name } of files) {
      const code = await readFile(join(folder, 'dist', name), 'utf8');
      expect(code.match(/new URL\(.\.[^)]*\.ts/g)).toBeNull();
      expect(code.includes(ROOT)).toBe(false);
    }
  });

  it('is packed by npm with what the image has, and nothing else', async () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await exec('npm', args, { cwd: folder });
    const [{ files: inPackage }] = packed.parse(JSON.parse(stdout));
    const inImage = await exec('find', ['.', '-type', 'f', '-printf', '%P\n'], { cwd: folder });
    expect(inPackage.map(({ path }) => path).toSorted()).toEqual(
      inImage.stdout.trim().split('\n').toSorted(),
    );
  });
});

describe('the health check', () => {
  it('has nothing to ask without a port, and fails when nothing responds', async () => {
    expect((await run('healthcheck.js', [])).stdout).toContain('HEALTH_PORT is not set');
    await expect(run('healthcheck.js', [], { HEALTH_PORT: '9' })).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('no sign of life on port 9'),
    });
  });
});
