import { agendaMessage } from '../agenda/agenda-message.ts';
import { proposalsFor } from '../agenda/proposal.ts';
import { isTimed, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { meetingsNamed } from '../calendar/meeting-names.ts';
import { UserError } from '../errors.ts';
import { meetingNames, regularMeeting } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, md } from '../messages/mrkdwn.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';
import { type CommandContext, certainly, defineCommand } from './command.ts';
import { organizersOnly } from './organizers-only.ts';

type Asked =
  | { readonly kind: 'next' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'tick off'; readonly proposal: string; readonly done: boolean };

const NEXT: Asked = { kind: 'next' };

export const agenda = defineCommand<Asked>({
  name: 'agenda',
  aliases: ['notes', 'minutes'],
  summary: 'what is on the agenda of the next meeting, and the notes document',
  usage: '[name]',
  details:
    'Says what is on the agenda of the next meeting, or of the next one of a name, if its notes can be read without signing in, and what people proposed for it. Opens the document with the agenda and the notes. To propose a topic, open the menu of a message and choose Propose for the agenda.',
  audience: 'everyone',
  task: 'meetings',

  topic: () => [
    {
      answer: NEXT,
      tells: ['link'],
      title: 'agenda and notes',
      aliases: [
        'meeting notes',
        'minutes',
        'meeting agenda',
        'notes document',
        'note taking',
        'agenda item topic',
        'talk about',
      ],
      text: 'live lives running weekly biweekly regular google doc last past previous meeting week add propose put item topic talk read noted next time write',
    },
  ],

  parse(args, { calendar, group }) {
    if (args === '') return certainly(NEXT);
    const meetings = calendar.kind === 'read' ? calendar.meetings : [];
    const isKnown = meetingsNamed(meetings, meetingNames(group, args)).length > 0;
    return isKnown ? certainly({ kind: 'named', name: args }) : undefined;
  },

  async run(asked, context) {
    switch (asked.kind) {
      case 'next':
        return agendaOf(nextWithNotes(context, undefined), context);
      case 'named':
        return agendaOf(nextWithNotes(context, asked.name), context);
      case 'tick off':
        return tickOff(asked, context);
    }
  },
});

/** The next meeting that has notes, the regular one first when two begin at once. */
function nextWithNotes(
  { calendar, group, now }: CommandContext,
  name: string | undefined,
): TimedMeeting | undefined {
  if (calendar.kind !== 'read') return undefined;
  const { meetings } = calendar;
  const named = name === undefined ? meetings : meetingsNamed(meetings, meetingNames(group, name));
  return named
    .filter(isTimed)
    .filter((one) => stands(one) && one.end > now && one.agendaLink !== undefined)
    .toSorted(
      (a, b) => a.start.toMillis() - b.start.toMillis() || Number(b.regular) - Number(a.regular),
    )[0];
}

function agendaOf(meeting: TimedMeeting | undefined, context: CommandContext): Message {
  const { group, agendas, asker, place } = context;
  if (meeting === undefined) return documentsOf(group);
  const facts = {
    agenda: agendas.of(meeting),
    proposals: proposalsFor(meeting, agendas.proposals()),
  };
  return agendaMessage(meeting, facts, {
    group,
    forOrganizers: asker.isOrganizer && place !== 'channel',
  });
}

async function tickOff(
  { proposal: id, done }: Extract<Asked, { kind: 'tick off' }>,
  context: CommandContext,
): Promise<Message> {
  const { agendas, asker, calendar, group } = context;
  if (!asker.isOrganizer) throw new UserError(organizersOnly(context));
  const proposal = agendas.proposals().find((one) => one.id === id);
  const meetings = calendar.kind === 'read' ? calendar.meetings : [];
  const meeting = meetings.filter(isTimed).find((one) => one.id === proposal?.meetingId);
  if (proposal === undefined || meeting === undefined) {
    throw new UserError('This proposal is gone: its meeting is over, or it was deleted.');
  }
  await agendas.setDone(id, done);
  const facts = {
    agenda: agendas.of(meeting),
    proposals: proposalsFor(meeting, agendas.proposals()),
  };
  const ticked = done ? proposal : undefined;
  return agendaMessage(meeting, facts, { group, forOrganizers: true, ticked });
}

/** The documents that the group publishes. */
function documentsOf(group: Group): Message {
  const documents = new Set(group.meetings.flatMap(({ agenda: document }) => document ?? []));
  const [document] = documents;
  if (document === undefined) return noDocumentMessage(group);
  return documents.size === 1 ? documentMessage(group, document) : documentsMessage(group);
}

function documentMessage(group: Group, document: string): Message {
  const title = regularMeeting(group)?.title ?? group.name;
  return message(md`Agenda and notes of ${group.name}: ${link(document, document)}`, [
    header('Agenda and notes'),
    section(
      md`The agenda and the notes of ${title} are in one document. Add your topic to the next date in it.`,
    ),
    actions([linkButton('Agenda and notes', document, 'open-agenda', 'primary')]),
    groupSource(group),
  ]);
}

function documentsMessage(group: Group): Message {
  const lines = group.meetings.flatMap(({ title, agenda: document }) =>
    document === undefined ? [] : [md`• ${bold(title)}: ${link(document, 'agenda and notes')}`],
  );
  return message(md`Agenda and notes of ${group.name}:\n${join(lines, '\n')}`, [
    header('Agenda and notes'),
    section(md`Each meeting has its document. Add your topic to the next date in it.`),
    ...sections(lines),
    groupSource(group),
  ]);
}

function noDocumentMessage(group: Group): Message {
  const place = whereToAsk(group);
  const sentence = join(
    [md`${group.name} publishes no agenda or notes document.`, place && md`Ask in ${place}.`],
    ' ',
  );
  return message(sentence, [section(sentence), groupSource(group)]);
}
