import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { hostButtons, hostLine } from '../hosting/host-buttons.ts';
import { header, message, section, sections } from '../messages/blocks.ts';
import { joinNote } from '../messages/join-words.ts';
import { links, whenLine } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, md } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';
import { findingWords } from './finding-words.ts';
import type { PreflightFinding } from './findings.ts';

/**
 * A coming meeting as the organizers see it: what is missing, who hosts. It is the one message about the
 * meeting before it begins, and is edited to “ready”.
 */
export function meetingMessage(
  meeting: TimedMeeting,
  findings: readonly PreflightFinding[],
  group: Group,
): Message {
  const { zone } = group;
  const { title, start, end } = meeting;
  const missing = findings.filter(({ kind }) => kind !== 'no host');
  const state = stateOf(meeting, missing);
  const where = links(meeting);
  const facts = [
    whenLine(start, end, zone),
    joinNote(meeting),
    where.length > 0 ? join(where, ' · ') : undefined,
  ];
  return message(md`${bold(title)}, ${longWhen(start, zone)}: ${state}`, [
    header(title),
    section(join(facts, '\n')),
    ...sections([
      md`*${state}*`,
      ...missing.map((finding) => md`• ${findingWords(finding, group)}`),
      hostLine(meeting),
    ]),
    hostButtons(meeting),
  ]);
}

/** A meeting that has begun: the message is read later, and there is nothing to press any more. */
export function begunMessage({ title, start, host }: TimedMeeting, { zone }: Group): Message {
  const hosted = host === undefined ? md`Nobody had said that they host it.` : md`Host: ${host}.`;
  const text = md`${bold(title)}, ${longWhen(start, zone)}. ${hosted}`;
  return message(text, [section(text)]);
}

/** A meeting that was told about and doesn't take place. */
export function calledOffMessage({ title, start }: TimedMeeting, { zone }: Group): Message {
  const text = md`${bold(title)}, ${longWhen(start, zone)}, is cancelled. There is nothing to prepare.`;
  return message(text, [section(text)]);
}

function stateOf({ host }: TimedMeeting, missing: readonly PreflightFinding[]): string {
  if (missing.some(({ kind }) => kind !== 'no topics')) return 'Something is missing';
  if (missing.length > 0) return 'Nothing is on the agenda so far';
  return host === undefined ? 'All it needs is a host' : 'Ready';
}
