import { type DateTime, Duration, type DurationLike } from 'luxon';
import type { Clock } from '../src/clock.ts';

/** A clock that starts at `start` and then runs as fast as the real one. */
export function clockStartingAt(start: DateTime<true>): Clock {
  const startedAt = performance.now();
  return { now: () => start.plus({ milliseconds: performance.now() - startedAt }) };
}

/** A clock that is stopped until it is set. */
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

/** A clock that runs as fast as the real one and can be set ahead. */
export function turnableClock(start: DateTime<true>): ManualClock {
  let clock = clockStartingAt(start);
  return {
    now: () => clock.now(),
    set(now) {
      clock = clockStartingAt(now);
    },
  };
}

/** A clock that differs from another by the amount it was stepped, as when a host's clock is set. */
export interface SteppableClock extends Clock {
  /** Steps it forward, or back if the duration is negative. */
  step(by: DurationLike): void;
}

export function steppableClock(clock: Clock): SteppableClock {
  let offset = Duration.fromMillis(0);
  return {
    now: () => clock.now().plus(offset),
    step(by) {
      offset = offset.plus(by);
    },
  };
}
