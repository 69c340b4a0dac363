import { announcementOf } from '../calendar/meeting-details.ts';
import { whereabouts } from '../calendar/resolve-meeting.ts';
import type { Message } from '../messages/message.ts';
import type { CalendarCopy, PlannedPost } from '../ports.ts';
import { cancellationView } from './cancellation-message.ts';
import { correctedView } from './corrected-message.ts';
import type { Correction } from './corrections.ts';
import { DONE, deliver, drop, type PostingTools, retryTime, type Turn } from './deliver.ts';
import { toOnePerson } from './direct-message.ts';
import type { DueReminder } from './plan.ts';
import { reminderView } from './reminder-message.ts';

/** Whom a post is for: all in a channel, or one person, whose id is the channel then. */
export interface Addressee {
  readonly channel: string;
  readonly recipient?: string;
}

/** Posts a reminder that is due. */
export async function remind(
  { key, meeting, leadMinutes }: DueReminder,
  addressee: Addressee,
  { readAt }: CalendarCopy,
  zone: string,
  tools: PostingTools,
): Promise<Turn> {
  const now = tools.clock.now();
  if (now >= meeting.start) return DONE;
  const label = { key, kind: 'reminder', meetingId: meeting.id } as const;
  const announcement = announcementOf(meeting);
  const post = { ...label, ...addressee, leadMinutes, announcement, asOf: readAt };
  const message = reminderView(meeting, readAt, now, zone);
  return deliver(post, addressed(message, addressee), tools, now);
}

/** A post that waits: a notice is made if it is still true, anything else has missed its time. */
export async function attend(
  post: PlannedPost,
  calendar: CalendarCopy,
  zone: string,
  tools: PostingTools,
): Promise<Turn> {
  const now = tools.clock.now();
  if (post.announcement.start <= now) return drop(post, 'the meeting has begun', tools, now);
  if (post.kind === 'reminder') return drop(post, 'no longer true', tools, now);
  const found = whereabouts(post.meetingId, post.announcement, calendar);
  if (!found) return DONE;
  if (!found.announcement.cancelled) return drop(post, 'no longer true', tools, now);
  const message = cancellationView(post.announcement, zone);
  return deliver(post, addressed(message, post), tools, now);
}

/** Edits a message that is no longer true. */
export async function correct(
  { post, meetingId, announcement }: Correction,
  { readAt }: CalendarCopy,
  zone: string,
  tools: PostingTools,
): Promise<Turn> {
  const { ledger, poster, problems, logger, clock } = tools;
  const now = clock.now();
  if (!(await ledger.claimEdit(post.key, now))) return DONE;
  const message = addressed(correctedView(post, announcement, zone), post);
  const outcome = await poster.edit(post.channel, post.ts, message, post);
  if (outcome.kind === 'try again') {
    await ledger.defer(post.key, retryTime(1, tools, now), now);
    logger.warn({ key: post.key, reason: outcome.reason }, 'not edited; it is tried again');
    return DONE;
  }
  // What Slack refuses it refuses again: someone may have deleted the message, for one.
  await ledger.recordEdited(post.key, { meetingId, announcement }, readAt, now);
  if (outcome.kind === 'edited') {
    problems.solved('editing');
    logger.info({ key: post.key }, 'edited');
  } else if (post.recipient !== undefined || outcome.reason === 'message_not_found') {
    logger.info({ key: post.key }, 'not edited: the message is out of reach');
  } else {
    problems.report('editing', `Slack refuses an edit: ${outcome.reason}`, outcome.advice, now);
  }
  return DONE;
}

/** One post's fault must not keep the others back; its claim stays with its lease. */
export async function guarded(
  key: string,
  { logger }: PostingTools,
  work: () => Promise<Turn>,
): Promise<Turn> {
  try {
    return await work();
  } catch (error) {
    logger.error({ err: error, key }, 'post failed');
    return DONE;
  }
}

function addressed(message: Message, { recipient }: { recipient?: string | undefined }): Message {
  return recipient === undefined ? message : toOnePerson(message);
}
