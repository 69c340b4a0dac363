import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export const ROOT = join(import.meta.dirname, '../..');
// Without it, half of the time that a process lives in a test goes into compiling the same files again.
export const COMPILE_CACHE = join(ROOT, 'node_modules/.cache/compile');

/** What the image runs. It starts in a third of the time that the sources take. */
export const BUNDLE = 'dist/main.js';
export const SOURCES = 'src/main.ts';
/** The bot as the tests start it: the bundle, or its sources in `npm run test:sources`. */
export const PROGRAM = process.env.BOT_PROGRAM ?? BUNDLE;
const CLOCK_AHEAD = join(ROOT, 'test/support/clock-ahead.ts');

/** No child outlives the tests, even if one of them times out. */
export function spawnChild(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

export interface BotProcess {
  /** Everything that it has written so far. */
  output(): string;
  /** Resolves when a line of the log has this message. */
  logged(message: string): Promise<void>;
  /** Resolves when the reminder job has run this many more times. */
  ticks(count: number): Promise<void>;
  /** Resolves with the exit code, or null after SIGKILL. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and resolves with the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the bot as a separate process, with only the given environment, and its clock set ahead. */
export function startBotProcess(
  env: Readonly<Record<string, string>>,
  secondsAhead = 0,
  program = PROGRAM,
): BotProcess {
  const child = spawnChild(['--import', CLOCK_AHEAD, resolve(ROOT, program)], {
    ...env,
    CLOCK_AHEAD_SECONDS: String(secondsAhead),
  });
  const exited = once(child, 'exit');
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
      for (const check of waiting) check();
    });
  }
  return {
    output: () => output,
    logged: (message) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!output.includes(`"msg":"${message}"`)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        void exited.then(() =>
          reject(new Error(`The bot ended before it said "${message}":\n${output}`)),
        );
        check();
      }),
    // The cron of a test runs every second.
    ticks: (count) => new Promise((resolve) => setTimeout(resolve, count * 1000 + 300)),
    ended: exited.then(([code]) => code),
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
}

/** Runs one of the project's programs to its end. */
export async function run(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
) {
  const child = spawnChild([join(ROOT, file), ...args], env);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}
