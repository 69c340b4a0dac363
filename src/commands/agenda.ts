import { regularMeeting } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, md } from '../messages/mrkdwn.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';
import { defineCommand, nothingElse } from './command.ts';

export const agenda = defineCommand({
  name: 'agenda',
  aliases: ['notes', 'minutes'],
  summary: 'the agenda and notes document',
  details: 'Opens the document that holds the agenda and the notes of the regular meeting.',
  audience: 'everyone',
  task: 'meetings',

  topic: () => [
    { intents: ['agenda'], label: 'Agenda and notes', typed: 'agenda', answer: undefined },
  ],

  parse: nothingElse,

  run(_, { group }) {
    const documents = new Set(group.meetings.flatMap(({ agenda }) => agenda ?? []));
    const [document] = documents;
    if (document === undefined) return noDocumentMessage(group);
    return documents.size === 1 ? documentMessage(group, document) : documentsMessage(group);
  },
});

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
  const lines = group.meetings.flatMap(({ title, agenda }) =>
    agenda === undefined ? [] : [md`• ${bold(title)}: ${link(agenda, 'agenda and notes')}`],
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
