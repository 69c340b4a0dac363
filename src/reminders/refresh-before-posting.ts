import { setTimeout as sleep } from 'node:timers/promises';
import type { DateTime } from 'luxon';
import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';

// A snapshot younger than this need not be refreshed.
const FRESH_MS = 45_000;
const TIMEOUT_MS = 5_000;

/**
 * Reads the calendar before a reminder is posted: that is the worst moment to miss that a meeting was
 * cancelled a minute ago. Waits at most five seconds.
 */
export async function refreshBeforePosting(
  calendar: CachedCalendar,
  isDue: (snapshot: CalendarSnapshot) => Promise<boolean>,
  now: DateTime<true>,
): Promise<void> {
  const state = calendar.state();
  if (state.kind !== 'read') return;
  // One from the future was read before the clock was set back.
  const ageMs = now.toMillis() - state.readAt.toMillis();
  if (Math.abs(ageMs) < FRESH_MS) return;
  if (!(await isDue(state))) return;
  await Promise.race([calendar.refresh(now), sleep(TIMEOUT_MS, undefined, { ref: false })]);
}
