import type { DateTime } from 'luxon';

// Far enough back to find the last monthly meeting even if one was skipped, and far enough ahead for
// twenty biweekly ones.
const BACK = { days: 65 };
const AHEAD = { days: 300 };

/** The part of the calendar that is read at `now`. */
export function readingWindow(now: DateTime<true>) {
  return { from: now.minus(BACK), to: now.plus(AHEAD) };
}
