import { setTimeout as sleep } from 'node:timers/promises';
import type { Pause } from './persist.ts';

// Each answer that waits holds a few kilobytes for some minutes.
const MAX_WAITING = 100;

/** Waits by the monotonic clock, for so many at a time, and until `stopping`. */
export function boundedPause(stopping: AbortSignal): Pause {
  let waiting = 0;
  return async (ms) => {
    if (waiting >= MAX_WAITING) return 'give up';
    waiting += 1;
    // Only a stop ends the wait early.
    await sleep(ms, undefined, { ref: false, signal: stopping }).catch(() => undefined);
    waiting -= 1;
    return stopping.aborted ? 'give up' : 'go on';
  };
}
