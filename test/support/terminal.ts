import { readFile, writeFile } from 'node:fs/promises';
import type { DateTime } from 'luxon';
import { commandLine } from '../../src/cli/command-line.ts';

/** Runs the command line in this process. */
export async function runCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  now: DateTime<true>,
  stdin = '',
) {
  let stdout = '';
  let stderr = '';
  const code = await commandLine(args, {
    print(text) {
      stdout += text;
    },
    complain(text) {
      stderr += text;
    },
    async send(file) {
      stdout += await readFile(file, 'latin1');
    },
    receive: (file) => writeFile(file, stdin, 'latin1'),
    env,
    now: () => now,
  });
  return { stdout, stderr, code };
}
