import { type DateTime, Duration, type DurationLike } from 'luxon';
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

/** A clock that is off from another by as much as it was stepped, as a host's is that was set. */
export interface SteppableClock extends Clock {
  /** Steps it forth, or back where the duration is negative. */
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
