import { detailsOf } from '../calendar/meeting-details.ts';
import { resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { Message } from '../messages/message.ts';
import { cancellationMessage } from './cancellation-message.ts';
import { correctedMessage } from './corrected-message.ts';
import type { Correction } from './corrections.ts';
import { DONE, deliver, drop, type PostingTools, retryTime, type Turn } from './deliver.ts';
import { toOnePerson } from './direct-message.ts';
import type { DueReminder } from './plan.ts';
import type { PlannedPost } from './ports.ts';
import { reminderMessage } from './reminder-message.ts';

/** Whom a post is for: all in a channel, or one person, whose id is the channel then. */
export interface Addressee {
  readonly channel: string;
  readonly recipient?: string;
}

/** Posts a reminder that is due. */
export async function remind(
  { key, meeting, leadMinutes }: DueReminder,
  addressee: Addressee,
  { readAt }: CalendarSnapshot,
  zone: string,
  tools: PostingTools,
): Promise<Turn> {
  const now = tools.clock.now();
  if (now >= meeting.start) return DONE;
  const label = { key, kind: 'reminder', meetingId: meeting.id } as const;
  const details = detailsOf(meeting);
  const post = { ...label, ...addressee, leadMinutes, details, asOf: readAt };
  const message = reminderMessage(meeting, readAt, now, zone);
  return deliver(post, addressed(message, addressee), tools, now);
}

/** A post that waits: a notice is made if it is still true, anything else has missed its time. */
export async function attend(
  post: PlannedPost,
  calendar: CalendarSnapshot,
  zone: string,
  tools: PostingTools,
): Promise<Turn> {
  const now = tools.clock.now();
  if (post.details.start <= now) return drop(post, 'the meeting has begun', tools, now);
  if (post.kind === 'reminder') return drop(post, 'no longer true', tools, now);
  const found = resolveMeeting(post.meetingId, post.details, calendar);
  if (!found) return DONE;
  if (!found.details.cancelled) return drop(post, 'no longer true', tools, now);
  const message = cancellationMessage(post.details, zone);
  return deliver(post, addressed(message, post), tools, now);
}

/** Edits a message that is no longer true. */
export async function correct(
  { post, meetingId, details }: Correction,
  { readAt }: CalendarSnapshot,
  zone: string,
  tools: PostingTools,
): Promise<Turn> {
  const { ledger, poster, problems, logger, clock } = tools;
  const now = clock.now();
  if (!(await ledger.claimEdit(post.key, now))) return DONE;
  const message = addressed(correctedMessage(post, details, zone), post);
  const outcome = await poster.edit(post.channel, post.ts, message, post);
  if (outcome.kind === 'try again') {
    await ledger.defer(post.key, retryTime(1, tools, now), now);
    logger.warn({ key: post.key, reason: outcome.reason }, 'not edited; it is tried again');
    return DONE;
  }
  // What Slack refuses it refuses again: someone may have deleted the message, for one.
  await ledger.recordEdited(post.key, { meetingId, details }, readAt, now);
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
