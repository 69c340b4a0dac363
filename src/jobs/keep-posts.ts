import type { DateTime } from 'luxon';
import { announcementOf } from '../meetings/announcement.ts';
import {
  type Cancellation,
  type Correction,
  cancelledAfterReminder,
  cancelledAtShortNotice,
  planCorrections,
} from '../meetings/corrections.ts';
import type { DueReminder, Leads } from '../meetings/reminders.ts';
import { whereabouts } from '../meetings/whereabouts.ts';
import type { CalendarCopy, Ledger, PlannedPost } from '../ports.ts';
import { cancellationView } from '../views/cancellation.ts';
import { correctedView } from '../views/corrected.ts';
import { reminderView } from '../views/reminder.ts';
import { deliver, drop, type PostingTools, retryTime } from './deliver.ts';
import { dueReminders, postsToKeep } from './due-reminders.ts';

export interface PostingSettings {
  readonly channel: string;
  readonly leads: Leads;
  /** The group's zone, for what a message says beside the reader's own time. */
  readonly zone: string;
}

/**
 * Brings the channel in line with the calendar: edits what is no longer true, tells of
 * cancellations, posts the reminders that are due, and settles what was left unsettled.
 */
export async function keepPosts(
  calendar: CalendarCopy,
  settings: PostingSettings,
  tools: PostingTools,
): Promise<void> {
  const { ledger, clock } = tools;
  const now = clock.now();
  const posts = await postsToKeep(ledger, now);
  for (const correction of planCorrections(posts, calendar, now)) {
    await guarded(correction.post.key, tools, () =>
      correctPost(correction, calendar.readAt, settings.zone, tools),
    );
  }
  for (const cancellation of cancelledAfterReminder(posts, calendar, now)) {
    await ledger.enqueue(noticeOf(cancellation, settings.channel, calendar.readAt), now);
  }
  const due = await dueReminders(calendar, settings.leads, ledger, now);
  const dueKeys = new Set(due.map(({ key }) => key));
  const waiting = (await ledger.pending(now)).filter(({ key }) => !dueKeys.has(key));
  const posting = [
    ...waiting.map((post) => ({
      key: post.key,
      make: () => attend(post, calendar, settings.zone, tools),
    })),
    ...due.map((reminder) => ({
      key: reminder.key,
      make: () => remind(reminder, calendar.readAt, settings, tools),
    })),
  ];
  for (const { key, make } of posting) {
    if (tools.stopping?.aborted || !(await guarded(key, tools, make))) return;
  }
}

/** Notes each cancellation less than a day ahead, so that its notice is posted whatever happens. */
export function noteCancellations(ledger: Ledger, channel: string) {
  return async (before: CalendarCopy, reading: CalendarCopy): Promise<void> => {
    const { readAt: now } = reading;
    for (const cancellation of cancelledAtShortNotice(before, reading, now)) {
      await ledger.enqueue(noticeOf(cancellation, channel, now), now);
    }
  };
}

/** The notice of a cancellation, as a post to be made. */
function noticeOf(
  { key, meetingId, announcement }: Cancellation,
  channel: string,
  asOf: DateTime,
): PlannedPost {
  return {
    key,
    kind: 'cancellation',
    meetingId,
    leadMinutes: undefined,
    channel,
    announcement,
    asOf,
  };
}

async function remind(
  { key, meeting, leadMinutes }: DueReminder,
  readAt: DateTime,
  { channel, zone }: PostingSettings,
  tools: PostingTools,
): Promise<boolean> {
  const now = tools.clock.now();
  if (now >= meeting.start) return true;
  const label = { key, kind: 'reminder', meetingId: meeting.id } as const;
  const announcement = announcementOf(meeting);
  const post = { ...label, leadMinutes, channel, announcement, asOf: readAt };
  return deliver(post, reminderView(meeting, readAt, now, zone), tools, now);
}

/** A post that waits: a notice is made if it is still true, anything else has missed its time. */
async function attend(
  post: PlannedPost,
  calendar: CalendarCopy,
  zone: string,
  tools: PostingTools,
): Promise<boolean> {
  const now = tools.clock.now();
  if (post.announcement.start <= now) return drop(post, 'the meeting has begun', tools, now);
  if (post.kind === 'reminder') return drop(post, 'no longer true', tools, now);
  const found = whereabouts(post.meetingId, post.announcement, calendar);
  if (!found) return true;
  if (!found.announcement.cancelled) return drop(post, 'no longer true', tools, now);
  return deliver(post, cancellationView(post.announcement, zone), tools, now);
}

async function correctPost(
  { post, meetingId, announcement }: Correction,
  readAt: DateTime,
  zone: string,
  tools: PostingTools,
): Promise<boolean> {
  const { ledger, poster, problems, logger, clock } = tools;
  const now = clock.now();
  if (!(await ledger.claimEdit(post.key, now))) return true;
  const message = correctedView(post, announcement, zone);
  const outcome = await poster.edit(post.channel, post.ts, message, post);
  if (outcome.kind === 'try again') {
    await ledger.defer(post.key, retryTime(1, tools, now), now);
    logger.warn({ key: post.key, reason: outcome.reason }, 'not edited; it is tried again');
    return true;
  }
  // What Slack refuses it refuses again: someone may have deleted the message, for one.
  await ledger.recordEdited(post.key, { meetingId, announcement }, readAt, now);
  if (outcome.kind === 'edited') {
    problems.solved('editing');
    logger.info({ key: post.key }, 'edited');
  } else if (outcome.reason === 'message_not_found') {
    logger.info({ key: post.key }, 'not edited: the message was deleted');
  } else {
    problems.report('editing', `Slack refuses an edit: ${outcome.reason}`, outcome.advice, now);
  }
  return true;
}

/** One post's fault must not keep the others back; its claim stays with its lease. */
async function guarded(
  key: string,
  { logger }: PostingTools,
  work: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    logger.error({ err: error, key }, 'post failed');
    return true;
  }
}
