import { sections } from '../messages/blocks.ts';
import type { Block } from '../messages/message.ts';
import { join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { shortWhen } from '../messages/time.ts';
import type { KnownAgenda } from './agenda-book.ts';
import type { Proposal } from './proposal.ts';

const MAX_PROPOSALS = 8;

/** What is known to be on a meeting's agenda. */
export interface AgendaFacts {
  readonly agenda: KnownAgenda;
  /** The open ones. */
  readonly proposals: readonly Proposal[];
}

/**
 * The agenda in lines that stay true, since they say when it was read; none when nothing is known. `add`
 * is a sentence that says how to add a topic.
 */
export function agendaLines(
  { agenda, proposals }: AgendaFacts,
  zone: string,
  add: Mrkdwn,
): Mrkdwn[] {
  const proposed = proposalLines(proposals);
  switch (agenda.kind) {
    case 'topics':
      return [
        md`*On the agenda* (as of ${shortWhen(agenda.readAt, zone)}):`,
        ...agenda.topics.map((topic) => md`• ${topic}`),
        ...proposed,
      ];
    case 'empty':
      return proposed.length > 0
        ? proposed
        : [md`As of ${shortWhen(agenda.readAt, zone)} no topics were on the agenda. ${add}`];
    case 'called off':
      return [
        md`As of ${shortWhen(agenda.readAt, zone)} the notes call this meeting off; the calendar does not.`,
        ...proposed,
      ];
    case 'private':
    case 'not there':
    case 'unknown':
      return proposed;
  }
}

export function proposalLines(proposals: readonly Proposal[]): Mrkdwn[] {
  if (proposals.length === 0) return [];
  const lines = proposals.slice(0, MAX_PROPOSALS).map((one) => md`• ${proposalWords(one)}`);
  const more = proposals.length - lines.length;
  return [md`*Proposed:*`, ...lines, ...(more > 0 ? [md`… and ${more} more`] : [])];
}

export function proposalWords({ title, link: address }: Proposal): Mrkdwn {
  return address === undefined ? md`${title}` : md`${title} (${link(address, 'message')})`;
}

/** The lines in as many blocks as they need; none for none. */
export function lineBlocks(lines: readonly Mrkdwn[]): Block[] {
  return lines.length === 0 ? [] : sections(lines);
}

/** The lines as one text, for notifications. */
export function spokenLines(lines: readonly Mrkdwn[]): Mrkdwn | undefined {
  return lines.length === 0 ? undefined : join(lines, '\n');
}
