import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';

const SECONDS_BETWEEN = 60;
const MAX_REMEMBERED = 1_000;

/** Who shared an answer in the last minute. */
export interface SharingLimit {
  /** Whether someone may share at `now`; if so, not again for a minute. */
  take(userId: string, now: DateTime<true>): boolean;
  /** Gives a share back that came to nothing. */
  giveBack(userId: string): void;
}

/** Lets a person share once a minute. */
export function sharingLimit(): SharingLimit {
  const last = new LRUCache<string, DateTime<true>>({ max: MAX_REMEMBERED });
  return {
    take(userId, now) {
      const before = last.get(userId);
      // A clock that was set back keeps nobody waiting.
      const seconds = before && Math.abs(now.diff(before, 'seconds').seconds);
      if (seconds !== undefined && seconds < SECONDS_BETWEEN) return false;
      last.set(userId, now);
      return true;
    },
    giveBack(userId) {
      last.delete(userId);
    },
  };
}
