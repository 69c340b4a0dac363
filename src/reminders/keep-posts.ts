import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { type Addressee, attend, correct, guarded, remind } from './attend.ts';
import {
  type Cancellation,
  cancelledAfterReminder,
  cancelledAtShortNotice,
  planCorrections,
} from './corrections.ts';
import type { PostingTools } from './deliver.ts';
import { dueReminders, postsToKeep } from './due-reminders.ts';
import type { LeadTimes } from './lead-times.ts';
import type { Ledger, PlannedPost } from './ports.ts';

export interface PostingSettings {
  readonly channel: string;
  readonly leads: LeadTimes;
  /** The group's zone, for what a message says beside the reader's own time. */
  readonly zone: string;
}

/**
 * Brings the channel in line with the calendar: edits what is no longer true, tells of
 * cancellations, posts the reminders that are due, and settles what was left unsettled.
 */
export async function keepPosts(
  calendar: CalendarSnapshot,
  { channel, leads, zone }: PostingSettings,
  tools: PostingTools,
): Promise<void> {
  const { ledger, clock } = tools;
  const now = clock.now();
  const posts = await postsToKeep(ledger, now);
  for (const correction of planCorrections(posts, calendar, now)) {
    await guarded(correction.post.key, tools, () => correct(correction, calendar, zone, tools));
  }
  for (const cancellation of cancelledAfterReminder(posts, calendar, now)) {
    await ledger.enqueue(noticeOf(cancellation, { channel }, calendar.readAt), now);
  }
  const due = await dueReminders(calendar, leads, ledger, now);
  const dueKeys = new Set(due.map(({ key }) => key));
  const waiting = (await ledger.pending(now)).filter(({ key }) => !dueKeys.has(key));
  const posting = [
    ...waiting.map((post) => ({
      key: post.key,
      make: () => attend(post, calendar, zone, tools),
    })),
    ...due.map((reminder) => ({
      key: reminder.key,
      make: () => remind(reminder, { channel }, calendar, zone, tools),
    })),
  ];
  for (const { key, make } of posting) {
    if (tools.stopping?.aborted) return;
    const { kind } = await guarded(key, tools, make);
    if (kind === 'wait') return;
  }
}

/** Notes each cancellation less than a day ahead, so that its notice is posted whatever happens. */
export function noteCancellations(ledger: Ledger, channel: string) {
  return async (before: CalendarSnapshot, reading: CalendarSnapshot): Promise<void> => {
    const { readAt: now } = reading;
    for (const cancellation of cancelledAtShortNotice(before, reading, now)) {
      await ledger.enqueue(noticeOf(cancellation, { channel }, now), now);
    }
  };
}

/** The notice of a cancellation, as a post to be made. */
export function noticeOf(
  { key, meetingId, details }: Cancellation,
  addressee: Addressee,
  asOf: DateTime<true>,
): PlannedPost {
  const label = { key, kind: 'cancellation', meetingId } as const;
  return { ...label, ...addressee, leadMinutes: undefined, details, asOf };
}
