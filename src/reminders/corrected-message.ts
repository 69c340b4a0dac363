import { type Change, changesBetween, type MeetingDetails } from '../calendar/meeting-details.ts';
import { header, message, section } from '../messages/blocks.ts';
import { calledOff } from '../messages/called-off.ts';
import { hostNote } from '../messages/host-note.ts';
import { meetingButtons } from '../messages/meeting-buttons.ts';
import { allDayWhen, whenLine } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md, strike } from '../messages/mrkdwn.ts';
import { longWhen, period } from '../messages/time.ts';
import { cancellationMessage } from './cancellation-message.ts';
import type { PostKind } from './post.ts';

interface Corrected {
  readonly kind: PostKind['kind'];
  /** What the message said when it was posted. */
  readonly original: MeetingDetails;
}

/**
 * A posted message after its meeting has changed: what is true now, and how that differs from what
 * it first said.
 */
export function correctedMessage(
  { kind, original }: Corrected,
  now: MeetingDetails,
  zone: string,
): Message {
  if (now.cancelled) {
    return kind === 'cancellation'
      ? cancellationMessage(now, zone)
      : cancelledView(original, now, zone);
  }
  const changes = changesBetween({ ...original, cancelled: false }, now);
  const lines = [
    ...changes.map((change) => changeLine(change, original, zone)),
    now.tentative ? md`It is marked as tentative.` : undefined,
    hostNote(now),
  ];
  const opening = openingOf(kind, changes, now);
  const spoken = md`${opening} ${bold(now.title)} ${startOf(now, zone)}.`;
  return message(join([spoken, ...lines], ' '), [
    header(now.title),
    section(join([md`*${opening}* ${whenOf(now, zone)}`, ...lines], '\n')),
    meetingButtons(now),
  ]);
}

/** An all-day entry has dates, but no longer has times. */
function whenOf({ allDay, start, end }: MeetingDetails, zone: string): Mrkdwn {
  return allDay ? md`${allDayWhen(allDay)}` : whenLine(start, end, zone);
}

function startOf({ allDay, start }: MeetingDetails, zone: string): Mrkdwn {
  return allDay ? md`is on ${allDayWhen(allDay)}` : md`starts ${longWhen(start, zone)}`;
}

function openingOf(
  kind: Corrected['kind'],
  changes: readonly Change[],
  { host }: MeetingDetails,
): string {
  if (kind === 'cancellation') return 'Takes place after all:';
  if (changes.some((change) => change.kind === 'moved')) return 'Moved:';
  if (changes.length === 0) return 'Takes place as planned:';
  if (changes.some((change) => change.kind !== 'host')) return 'Updated:';
  return host === undefined ? 'Now without a host:' : 'Now with a host:';
}

function cancelledView(original: MeetingDetails, now: MeetingDetails, zone: string): Message {
  const when = period(original.start, original.end, zone);
  const { label, sentence } = calledOff(now);
  return message(md`${label}: ${bold(original.title)}, ${when}, ${sentence}.`, [
    header(original.title),
    section(md`*${label}.* This meeting ${sentence}.\n${strike(when)}`),
  ]);
}

function changeLine(change: Change, { start }: MeetingDetails, zone: string): Mrkdwn | undefined {
  switch (change.kind) {
    case 'cancelled':
    case 'timed':
    // Whoever hosts now is named anyway.
    case 'host':
    // Every tentative meeting's message already says so.
    case 'tentative':
      return undefined;
    case 'all day':
      return md`It was announced for ${strike(longWhen(start, zone))}.`;
    case 'confirmed':
      return md`It was announced as tentative and is now confirmed.`;
    case 'place':
      return md`The place has changed.`;
    case 'moved':
      return md`It was announced for ${strike(longWhen(change.from, zone))}.`;
    case 'end':
      return md`It was announced with a different end time.`;
    case 'renamed':
      return md`It was announced as ${bold(change.from)}.`;
    case 'join link':
      return md`The link to join has changed.`;
    case 'agenda link':
      return md`The agenda is now in another document.`;
  }
}
