import type { DateTime } from 'luxon';
import type { Clock } from '../src/clock.ts';

/** A clock that starts at `start` and then goes as fast as the real one. */
export function clockStartingAt(start: DateTime<true>): Clock {
  const startedAt = performance.now();
  return { now: () => start.plus({ milliseconds: performance.now() - startedAt }) };
}

/** A clock that stands still until it is set. */
export interface ManualClock extends Clock {
  set(now: DateTime<true>): void;
}

export function manualClock(start: DateTime<true>): ManualClock {
  let now = start;
  return {
    now: () => now,
    set(next) {
      now = next;
    },
  };
}

/** A clock that goes as fast as the real one, and can be set ahead. */
export function turnableClock(start: DateTime<true>): ManualClock {
  let clock = clockStartingAt(start);
  return {
    now: () => clock.now(),
    set(now) {
      clock = clockStartingAt(now);
    },
  };
}
