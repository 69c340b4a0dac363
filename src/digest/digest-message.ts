import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { header, message, sections } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { shortWhen } from '../messages/time.ts';

/** A meeting of the week, and in how many ways it is not ready. */
export interface DigestMeeting {
  readonly meeting: TimedMeeting;
  readonly missing: number;
}

/** What a week brings. Each part is left out where there is nothing in it. */
export interface Digest {
  readonly meetings: readonly DigestMeeting[];
  /** Further parts, such as proposals and missing recordings, with their titles. */
  readonly parts: readonly DigestPart[];
}

export interface DigestPart {
  readonly title: string;
  readonly lines: readonly Mrkdwn[];
}

/** The week at a glance. */
export function digestMessage({ meetings, parts }: Digest, { name, zone }: Group): Message {
  const full = parts.filter(({ lines }) => lines.length > 0);
  const count = meetings.length === 1 ? '1 meeting' : `${meetings.length || 'no'} meetings`;
  const spoken = md`The next seven days of ${name}: ${count}${join(
    full.map(({ title, lines }) => md`, ${title.toLowerCase()}: ${lines.length}`),
    '',
  )}.`;
  const ahead = {
    title: meetings.length === 0 ? 'No meetings' : 'Meetings',
    lines: meetings.map((one) => meetingLine(one, zone)),
  };
  return message(spoken, [
    header(`The next seven days of ${name}`),
    ...[ahead, ...full].flatMap(({ title, lines }) => sections([md`*${title}*`, ...lines])),
  ]);
}

function meetingLine({ meeting, missing }: DigestMeeting, zone: string): Mrkdwn {
  const { title, start, host } = meeting;
  const facts = [
    md`${bold(title)}, ${shortWhen(start, zone)}`,
    host === undefined ? md`no host yet` : md`host: ${host}`,
    missing > 0
      ? md`${missing === 1 ? 'something is' : `${missing} things are`} missing`
      : undefined,
  ];
  return md`• ${join(facts, ' · ')}`;
}
