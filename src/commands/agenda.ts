import {
  fullTitle,
  meetingsCalled,
  namesOfMeeting,
  regularMeeting,
} from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, md } from '../messages/mrkdwn.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';
import { certainly, defineCommand, perhaps } from './command.ts';

/** The name of one of the group's meetings; undefined: all there are. */
export const agenda = defineCommand<string | undefined>({
  name: 'agenda',
  aliases: ['notes', 'minutes'],
  summary: 'the agenda and notes document',
  usage: '[meeting]',
  details:
    'Opens the document that holds the agenda and the notes of the regular meeting. If the group has several meetings, it lists their documents, or opens the one that you name.',
  audience: 'everyone',
  sameForAll: true,
  task: 'meetings',

  topic: ({ group }) => [
    {
      answer: undefined,
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
    ...severalOf(group).map((meeting) => ({
      answer: meeting.title,
      tells: ['link'] as const,
      title: `agenda and notes of ${fullTitle(meeting)}`,
      aliases: ['meeting notes minutes agenda document'],
      text: '',
      byName: namesOfMeeting(meeting).flatMap((name) =>
        ['agenda', 'notes', 'minutes'].map((what) => `${what} ${name}`),
      ),
    })),
  ],

  parse(args, { group }) {
    if (args === '') return certainly(undefined);
    return meetingsCalled(group, args).length > 0 ? certainly(args) : perhaps(args);
  },

  run(name, { group }) {
    const called = name === undefined ? [] : meetingsCalled(group, name);
    const meetings = called.length > 0 ? called : group.meetings;
    const documents = new Set(meetings.flatMap(({ agenda }) => agenda ?? []));
    const [document] = documents;
    if (document === undefined) return noDocumentMessage(group, called);
    return documents.size === 1
      ? documentMessage(group, called[0] ?? regularMeeting(group), document)
      : documentsMessage(group, meetings);
  },
});

/** Meetings that can be told apart; a group's only one needs no name. */
function severalOf({ meetings }: Group): readonly GroupMeeting[] {
  return meetings.length > 1 ? meetings : [];
}

function documentMessage(
  group: Group,
  meeting: GroupMeeting | undefined,
  document: string,
): Message {
  const title = meeting ? fullTitle(meeting) : group.name;
  const whose = group.meetings.length > 1 ? `${title}, ${group.name}` : group.name;
  return message(md`Agenda and notes of ${whose}: ${link(document, document)}`, [
    header('Agenda and notes'),
    section(
      md`The agenda and the notes of ${title} are in one document. Add your topic to the next date in it.`,
    ),
    actions([linkButton('Agenda and notes', document, 'open-agenda', 'primary')]),
    groupSource(group),
  ]);
}

function documentsMessage(group: Group, meetings: readonly GroupMeeting[]): Message {
  const lines = meetings.flatMap((meeting) =>
    meeting.agenda === undefined
      ? []
      : [md`• ${bold(fullTitle(meeting))}: ${link(meeting.agenda, 'agenda and notes')}`],
  );
  return message(md`Agenda and notes of ${group.name}:\n${join(lines, '\n')}`, [
    header('Agenda and notes'),
    section(md`Each meeting has its document. Add your topic to the next date in it.`),
    ...sections(lines),
    groupSource(group),
  ]);
}

function noDocumentMessage(group: Group, called: readonly GroupMeeting[]): Message {
  const place = whereToAsk(group);
  const whose = called[0] ? md` of ${fullTitle(called[0])}` : md``;
  const sentence = join(
    [
      md`${group.name} publishes no agenda or notes document${whose}.`,
      place && md`Ask in ${place}.`,
    ],
    ' ',
  );
  return message(sentence, [section(sentence), groupSource(group)]);
}
