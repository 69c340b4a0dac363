import { type Change, changesBetween, type MeetingDetails } from '../calendar/meeting-details.ts';
import { header, message, section } from '../messages/blocks.ts';
import { meetingButtons } from '../messages/meeting-buttons.ts';
import { whenLine } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md, strike } from '../messages/mrkdwn.ts';
import { days, longWhen, period } from '../messages/time.ts';
import { cancellationMessage } from './cancellation-message.ts';
import type { PostKind } from './post.ts';

interface Corrected {
  readonly kind: PostKind['kind'];
  /** What the message said when it was posted. */
  readonly original: MeetingDetails;
}

/**
 * A posted message after its meeting has changed: what is true now, and what differs from what it
 * said at first.
 */
export function correctedMessage(
  { kind, original }: Corrected,
  now: MeetingDetails,
  zone: string,
): Message {
  if (now.cancelled) {
    return kind === 'cancellation' ? cancellationMessage(now, zone) : cancelledView(original, zone);
  }
  const changes = changesBetween({ ...original, cancelled: false }, now);
  const lines = changes
    .map((change) => changeLine(change, zone))
    .filter((line) => line !== undefined);
  const opening = openingOf(kind, changes);
  const spoken = md`${opening} ${bold(now.title)} starts ${longWhen(now.start, zone)}.`;
  return message(join([spoken, ...lines], ' '), [
    header(now.title),
    section(join([md`*${opening}* ${whenLine(now.start, now.end, zone)}`, ...lines], '\n')),
    meetingButtons(now),
  ]);
}

function openingOf(kind: Corrected['kind'], changes: readonly Change[]): string {
  if (kind === 'cancellation') return 'Takes place after all:';
  if (changes.some((change) => change.kind === 'moved')) return 'Moved:';
  return changes.length > 0 ? 'Updated:' : 'Takes place as planned:';
}

function cancelledView(original: MeetingDetails, zone: string): Message {
  const when = period(original.start, original.end, zone);
  return message(md`Cancelled: ${bold(original.title)}, ${when}, does not take place.`, [
    header(original.title),
    section(md`*Cancelled.* This meeting does not take place.\n${strike(when)}`),
  ]);
}

function changeLine(change: Change, zone: string): Mrkdwn | undefined {
  switch (change.kind) {
    case 'cancelled':
    case 'timed':
      return undefined;
    case 'all day':
      return md`It is an all-day entry now: ${days(change.dates.startDate, change.dates.endDate)}.`;
    case 'tentative':
      return md`It is tentative now.`;
    case 'confirmed':
      return md`It is confirmed now.`;
    case 'place':
      return md`The place has changed.`;
    case 'moved':
      return md`It was announced for ${strike(longWhen(change.from, zone))}.`;
    case 'end':
      return md`It was announced with another end.`;
    case 'renamed':
      return md`It was announced as ${bold(change.from)}.`;
    case 'join link':
      return md`The link to join has changed.`;
    case 'agenda link':
      return md`The agenda is in another document now.`;
  }
}
