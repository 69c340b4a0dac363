import type { DateTime } from 'luxon';

const MAX_NUDGE_MS = 15 * 60_000;

/** Whether two starts are so close that a message about one is edited, not repeated, for the other. */
export function isNudge(a: DateTime<true>, b: DateTime<true>): boolean {
  return Math.abs(a.toMillis() - b.toMillis()) <= MAX_NUDGE_MS;
}
