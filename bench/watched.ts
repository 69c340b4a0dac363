import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { Order } from './watched-bot.ts';

const watched = z.object({ blockedMs: z.number(), cpuMs: z.number(), heapMb: z.number() });

/** The longest time that the event loop was blocked, the time on the processor, and the heap in use afterwards. */
export type Watched = z.infer<typeof watched>;

/** A bot in a process of its own, with a clock that is set. */
export interface WatchedBot {
  /** Carries out an order. */
  order(given: Order): Promise<Watched>;
  /** Watches while something else is done. */
  during(work: () => Promise<unknown>): Promise<Watched>;
  end(): Promise<void>;
}

export function watchedBot(
  env: Readonly<Record<string, string>>,
  flags: string[] = [],
): WatchedBot {
  const child = fork(join(import.meta.dirname, 'watched-bot.ts'), [], {
    env: { PATH: process.env.PATH ?? '', ...env },
    execArgv: ['--max-semi-space-size=4', '--expose-gc', ...flags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit');
  const ended = exited.then(() => {
    throw new Error('the bot ended');
  });
  ended.catch(() => {});

  async function order(given: Order): Promise<Watched> {
    const answer = once(child, 'message');
    child.send(given);
    const [message] = await Promise.race([answer, ended]);
    return watched.parse(message);
  }

  return {
    order,
    async during(work) {
      const seen = order({ do: 'serve' });
      await work();
      child.send('done');
      return seen;
    },
    async end() {
      process.off('exit', kill);
      child.disconnect();
      await exited;
    },
  };
}
