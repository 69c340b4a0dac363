import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const PROBE = join(import.meta.dirname, 'lag-probe.ts');
const STOP_WITHIN_MS = 12_000;

const lag = z.object({ p99: z.number(), max: z.number() });
export type Lag = z.infer<typeof lag>;

/** A program under test, in a process of its own. */
export interface Program {
  /** Memory that it has in use, in MB. */
  memory(): number;
  /** How late its event loop was while something was done, in ms. Only if it was started with the probe. */
  lagDuring(work: () => Promise<unknown>): Promise<Lag>;
  /** Fails if the program ends without being told to. */
  readonly ended: Promise<never>;
  stop(): Promise<void>;
}

/** How a program is started. */
export interface Start {
  readonly file: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export function startProgram({ file, flags, env }: Start, probe?: 'with probe'): Program {
  const child = fork(file, [], {
    env: { PATH: process.env.PATH ?? '', ...env },
    execArgv: [...flags, ...(probe ? ['--import', PROBE] : [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit');
  const ended = exited.then(([code]) => {
    throw new Error(`${file} ended with the exit code ${code}`);
  });
  ended.catch(() => {});
  return {
    ended,
    memory: () => memoryOf(child),
    async lagDuring(work) {
      child.send('begin');
      await work();
      const answer = once(child, 'message');
      child.send('end');
      return lag.parse((await answer)[0]);
    },
    async stop() {
      process.off('exit', kill);
      if (child.exitCode !== null) return;
      const impatient = setTimeout(kill, STOP_WITHIN_MS);
      child.kill('SIGTERM');
      await exited;
      clearTimeout(impatient);
    },
  };
}

/** Resident memory, in MB. */
function memoryOf({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}

/** A folder that is deleted when the bench ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The bot as the image runs it: bundled, with V8's compiled code kept, and a small young generation. */
export function bundledBot(folder: string): Omit<Start, 'env'> & { readonly cache: string } {
  const file = join(ROOT, 'dist/main.js');
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/build/main.ts')], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The bundle could not be built');
  return {
    file,
    flags: ['--max-semi-space-size=4'],
    cache: join(folder, 'compile-cache'),
  };
}

/** Bare Bolt as plain JavaScript, so that its start compiles no TypeScript. */
export function bareBolt(folder: string): Omit<Start, 'env'> {
  const source = readFileSync(join(import.meta.dirname, 'bare-bolt.ts'), 'utf8');
  const file = join(folder, 'bare-bolt.mjs');
  writeFileSync(file, stripTypeScriptTypes(source));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return { file, flags: [] };
}
