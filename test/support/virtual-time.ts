import { setImmediate as turn } from 'node:timers/promises';
import type { Time } from '../../src/slack/retry-at-start.ts';

export interface VirtualTime extends Time {
  /** Lets this much time pass, and everything happen that waits for a moment in it. */
  advance(ms: number): Promise<void>;
}

/** Time that passes only when a test says so. */
export function virtualTime(): VirtualTime {
  let now = 0;
  const waiting = new Set<{ readonly at: number; resolve(): void }>();
  const settle = async () => {
    for (let turns = 0; turns < 5; turns += 1) await turn();
  };
  return {
    elapsedMs: () => now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = {
          at: now + ms,
          resolve() {
            waiting.delete(timer);
            resolve();
          },
        };
        waiting.add(timer);
        if (signal.aborted) timer.resolve();
        signal.addEventListener('abort', timer.resolve, { once: true });
      }),
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        next.resolve();
        await settle();
      }
      now = end;
    },
  };
}
