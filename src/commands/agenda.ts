import { agendaMessage } from '../agenda/agenda-message.ts';
import { proposalsFor } from '../agenda/proposal.ts';
import { isTimed, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { meetingsNamed } from '../calendar/meeting-names.ts';
import { UserError } from '../errors.ts';
import { meetingNames } from '../group/lookup.ts';
import { fullTitle, meetingsCalled, namesOfMeeting } from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import type { Message } from '../messages/message.ts';
import { documentsMessage } from './agenda-documents.ts';
import { type CommandContext, certainly, defineCommand, perhaps } from './command.ts';
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
  usage: '[meeting]',
  details:
    'Says what is on the agenda of the next meeting, or of the next one of a name, if its notes can be read without signing in, and what people proposed for it. Opens the document with the agenda and the notes. To propose a topic, open the menu of a message and choose Propose for the agenda.',
  audience: 'everyone',
  task: 'meetings',

  topic: ({ group }) => [
    { intents: ['agenda'], label: 'Agenda and notes', typed: 'agenda', answer: NEXT },
    ...severalOf(group).map((meeting) => ({
      intents: ['agenda'] as const,
      of: meeting.title,
      label: `Agenda and notes: ${fullTitle(meeting)}`,
      typed: `agenda ${meeting.title}`,
      answer: { kind: 'named', name: meeting.title } as const,
    })),
  ],

  parse(args, { calendar, group }) {
    if (args === '') return certainly(NEXT);
    const meetings = calendar.kind === 'read' ? calendar.meetings : [];
    const isKnown =
      meetingsCalled(group, args).length > 0 ||
      meetingsNamed(meetings, meetingNames(group, args)).length > 0;
    const named: Asked = { kind: 'named', name: args };
    return isKnown ? certainly(named) : perhaps(named);
  },

  async run(asked, context) {
    switch (asked.kind) {
      case 'next':
        return agendaOf(undefined, context);
      case 'named':
        return agendaOf(asked.name, context);
      case 'tick off':
        return tickOff(asked, context);
    }
  },
});

/** Meetings that can be told apart; a group's only one needs no name. */
function severalOf({ meetings }: Group): readonly GroupMeeting[] {
  return meetings.length > 1 ? meetings : [];
}

function agendaOf(name: string | undefined, context: CommandContext): Message {
  const { group, asker, place } = context;
  const called = name === undefined ? [] : meetingsCalled(group, name);
  const meeting = nextWithNotes(name, called, context);
  if (meeting === undefined) return documentsMessage(group, called);
  const forOrganizers = asker.isOrganizer && place !== 'channel';
  return agendaMessage(meeting, factsOf(meeting, context), { group, forOrganizers });
}

/** The next meeting of a name that has notes, the regular one first when two begin at once. */
function nextWithNotes(
  name: string | undefined,
  called: readonly GroupMeeting[],
  { calendar, group, now }: CommandContext,
): TimedMeeting | undefined {
  if (calendar.kind !== 'read') return undefined;
  const { meetings } = calendar;
  const names =
    name === undefined ? [] : [...meetingNames(group, name), ...called.flatMap(namesOfMeeting)];
  const named = name === undefined ? meetings : meetingsNamed(meetings, names);
  return named
    .filter(isTimed)
    .filter((one) => stands(one) && one.end > now && one.agendaLink !== undefined)
    .toSorted(
      (a, b) => a.start.toMillis() - b.start.toMillis() || Number(b.regular) - Number(a.regular),
    )[0];
}

function factsOf(meeting: TimedMeeting, { agendas }: Pick<CommandContext, 'agendas'>) {
  return { agenda: agendas.of(meeting), proposals: proposalsFor(meeting, agendas.proposals()) };
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
  const ticked = done ? proposal : undefined;
  return agendaMessage(meeting, factsOf(meeting, context), { group, forOrganizers: true, ticked });
}
