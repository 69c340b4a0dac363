import type { DateTime } from 'luxon';
import type { Nudge } from './ports.ts';

const AGAIN_AFTER = { weeks: 1 };

/**
 * The nudge that holds at `now`: the last one for a week, then another while videos are missing; undefined
 * before the first.
 */
export function nudgeAt(
  last: Nudge | undefined,
  isAnyMissing: boolean,
  now: DateTime<true>,
): Nudge | undefined {
  if (!isAnyMissing) return last;
  if (last !== undefined && now < last.at.plus(AGAIN_AFTER)) return last;
  return { number: (last?.number ?? 0) + 1, at: now };
}
