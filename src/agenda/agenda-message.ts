import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { actions, header, linkButton, message, section } from '../messages/blocks.ts';
import { nameAndDate, whenLine } from '../messages/meeting-lines.ts';
import type { Block, Message } from '../messages/message.ts';
import { join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ago } from '../messages/time.ts';
import { type AgendaFacts, agendaLines, lineBlocks, proposalWords } from './agenda-lines.ts';
import type { Proposal } from './proposal.ts';
import { proposalButton } from './proposal-buttons.ts';

export interface AgendaShown {
  readonly group: Pick<Group, 'zone'>;
  /** Whether to add the buttons that tick proposals off. */
  readonly forOrganizers: boolean;
  /** The proposal that was just ticked off. */
  readonly ticked?: Proposal | undefined;
}

/** What is on a meeting's agenda, as far as it can be known, and how to add to it. */
export function agendaMessage(
  meeting: TimedMeeting,
  facts: AgendaFacts,
  { group: { zone }, forOrganizers, ticked }: AgendaShown,
): Message {
  const { title, start, end, agendaLink } = meeting;
  const known = agendaLines(facts, zone, addYours(agendaLink));
  const lines = known.length > 0 ? known : [unknownLine(meeting, facts)];
  return message(join([md`Agenda of ${nameAndDate(meeting, zone)}.`, ...lines], '\n'), [
    ticked ? tickedBlock(ticked) : [],
    header(`Agenda: ${title}`),
    section(md`${whenLine(start, end, zone)}, ${ago(start, zone)}`),
    ...lineBlocks(lines),
    actions([linkButton('Agenda and notes', agendaLink, 'open-agenda', 'primary')]),
    ...(forOrganizers ? facts.proposals.slice(0, 5).flatMap(toTickOff) : []),
  ]);
}

/** How to add a topic, where the document is known. */
export function addYours(agendaLink: string | undefined): Mrkdwn {
  return agendaLink === undefined
    ? md`Bring yours to the meeting.`
    : md`Add yours to ${link(agendaLink, 'the agenda')}.`;
}

function unknownLine({ agendaLink }: TimedMeeting, { agenda }: AgendaFacts): Mrkdwn {
  if (agendaLink === undefined) return md`No notes document is linked in the calendar.`;
  switch (agenda.kind) {
    case 'private':
      return md`Its notes can be read only by those who sign in, so I can’t say what is on it.`;
    case 'not there':
      return md`Its notes document can’t be found; the link in the calendar may be wrong.`;
    default:
      return md`I can’t tell what is on it. The document knows; add your topic under the meeting’s date.`;
  }
}

function toTickOff(proposal: Proposal): Block[] {
  return [
    {
      ...section(proposalWords(proposal)),
      accessory: proposalButton('Tick off', proposal.id, true),
    },
  ];
}

function tickedBlock(proposal: Proposal): Block {
  return {
    ...section(md`Ticked off: ${proposalWords(proposal)}`),
    accessory: proposalButton('Undo', proposal.id, false),
  };
}
