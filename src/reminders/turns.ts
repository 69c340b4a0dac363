import type { TimedMeeting } from '../calendar/meeting.ts';
import { detailsOf, type MeetingDetails } from '../calendar/meeting-details.ts';
import { resolveMeeting } from '../calendar/resolve-meeting.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { Mrkdwn } from '../messages/mrkdwn.ts';
import { applyEdit } from './apply-edit.ts';
import { cancellationMessage } from './cancellation-message.ts';
import { correctedMessage } from './corrected-message.ts';
import type { Correction } from './corrections.ts';
import { deliver } from './deliver.ts';
import { type Delivery, type DeliveryTools, DONE, metadataOf } from './delivery.ts';
import { addressedTo } from './direct-message.ts';
import { moveMessage, withMovedNote } from './move-message.ts';
import type { Ledger } from './ports.ts';
import type { PlannedPost } from './post.ts';
import { reminderMessage } from './reminder-message.ts';
import { drop } from './settle.ts';
import type { ToldReminder } from './survey.ts';

export interface TurnTools extends DeliveryTools {
  readonly ledger: Ledger;
  /** The group's zone, for the time that a message shows besides the reader's own. */
  readonly zone: string;
  /** What is known to be on a meeting's agenda, in lines that stay true. */
  agendaOf?(meeting: TimedMeeting): readonly Mrkdwn[];
}

/** Posts a reminder that is due. */
export async function remind(
  { key, destination, meeting, leadMinutes, toldBefore }: ToldReminder,
  { readAt }: CalendarSnapshot,
  tools: TurnTools,
): Promise<Delivery> {
  const now = tools.clock.now();
  if (now >= meeting.start) return DONE;
  const post: PlannedPost = {
    kind: 'reminder',
    key,
    destination,
    leadMinutes,
    meetingId: meeting.id,
    details: detailsOf(meeting),
    asOf: readAt,
  };
  const agenda = tools.agendaOf?.(meeting);
  const plain = reminderMessage(meeting, readAt, now, tools.zone, agenda);
  const message = toldBefore ? withMovedNote(plain, toldBefore, tools.zone) : plain;
  return deliver(post, addressedTo(destination, message), tools, now);
}

/** A waiting post: a notice is posted if it is still true; anything else has missed its time. */
export async function retry(
  post: PlannedPost,
  snapshot: CalendarSnapshot,
  tools: TurnTools,
): Promise<Delivery> {
  const now = tools.clock.now();
  if (post.details.start <= now) return drop(post, 'the meeting has begun', tools, now);
  if (post.kind === 'reminder') return drop(post, 'no longer true', tools, now);
  const resolved = resolveMeeting(post.meetingId, post.details, snapshot);
  if (!resolved) return DONE;
  if (!isStillTrue(post, resolved.details)) return drop(post, 'no longer true', tools, now);
  const message =
    post.kind === 'move'
      ? moveMessage(resolved.details, post.from, tools.zone)
      : cancellationMessage(post.details, tools.zone);
  return deliver(post, addressedTo(post.destination, message), tools, now);
}

/** Whether a waiting notice still matches the calendar. */
function isStillTrue({ kind, details }: PlannedPost, now: MeetingDetails): boolean {
  if (kind === 'cancellation') return now.cancelled;
  return !now.cancelled && now.start.toMillis() === details.start.toMillis();
}

/** Edits a message that is no longer true. */
export async function correct(
  { post, meetingId, details }: Correction,
  { readAt }: CalendarSnapshot,
  tools: TurnTools,
): Promise<Delivery> {
  const { ledger, poster, clock } = tools;
  const now = clock.now();
  const message = addressedTo(post.destination, correctedMessage(post, details, tools.zone));
  const edit = {
    key: post.key,
    attempt: () => poster.edit(post, message, metadataOf(post, tools)),
    record: () => ledger.recordEdited(post.key, { meetingId, details }, readAt, now),
  };
  return applyEdit(edit, tools, now);
}
