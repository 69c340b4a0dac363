import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../support/process.ts';

const exec = promisify(execFile);
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

// https://docs.slack.dev/tools/slack-cli/reference/hooks
const watch = z.strictObject({ paths: z.array(z.string()), 'filter-regex': z.string().optional() });
const { hooks, config } = z
  .strictObject({
    hooks: z.strictObject({ 'get-manifest': z.string(), start: z.string() }),
    config: z.strictObject({
      'protocol-version': z.tuple([z.literal('default')]),
      'sdk-managed-connection-enabled': z.literal(true),
      watch: z.strictObject({ manifest: watch, app: watch }),
    }),
  })
  .parse(JSON.parse(read('.slack/hooks.json')));

it('gives the Slack CLI the manifest as JSON, and nothing else', async () => {
  // The CLI splits a hook at its spaces and runs it without a shell.
  const [program = '', ...args] = hooks['get-manifest'].split(' ');
  const { stdout } = await exec(program, args, { cwd: ROOT });
  expect(JSON.parse(stdout)).toEqual(parse(read('manifest.yml')));
});

it('starts the bot as npm start does, which takes the tokens that the CLI sets, and restarts it for changes', () => {
  expect(hooks.start).toBe('npm run --silent start');
  const paths = [...config.watch.manifest.paths, ...config.watch.app.paths];
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const filter = new RegExp(config.watch.app['filter-regex'] ?? '');
  expect(
    ['src/main.ts', 'groups/wg-serving.yaml', 'src/x.md'].map((path) => filter.test(path)),
  ).toEqual([true, true, false]);
});
