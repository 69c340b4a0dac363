import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { isAlreadyReminded } from './corrections.ts';
import type { LeadTimes } from './lead-times.ts';
import { type DueReminder, planReminders } from './plan.ts';
import type { Ledger } from './ports.ts';

// Posts of meetings that began longer ago are left as they are; one that was moved may still be ahead.
const KEEP_TRUE = { days: 15 };

/** The messages that have to stay true. */
export function postsToKeep(ledger: Ledger, now: DateTime<true>) {
  return ledger.posted(now.minus(KEEP_TRUE));
}

/** The reminders to be posted: due, not settled, and not out under an event that they continue. */
export async function dueReminders(
  reading: CalendarSnapshot,
  leads: LeadTimes,
  ledger: Ledger,
  now: DateTime<true>,
): Promise<DueReminder[]> {
  const due = planReminders(reading.meetings, leads, await ledger.settledAhead(now), now);
  if (due.length === 0) return [];
  const posts = await postsToKeep(ledger, now);
  return due.filter((reminder) => !isAlreadyReminded(reminder, posts, reading));
}
