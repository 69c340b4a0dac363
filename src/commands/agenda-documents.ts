import { fullTitle, regularMeeting } from '../group/published-meetings.ts';
import type { Group, GroupMeeting } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, md } from '../messages/mrkdwn.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';

/** The documents that the group publishes: those of the meetings that were called, else all. */
export function documentsMessage(group: Group, called: readonly GroupMeeting[]): Message {
  const meetings = called.length > 0 ? called : group.meetings;
  const documents = new Set(meetings.flatMap(({ agenda }) => agenda ?? []));
  const [document] = documents;
  if (document === undefined) return noDocument(group, called);
  return documents.size === 1
    ? oneDocument(group, called[0] ?? regularMeeting(group), document)
    : severalDocuments(group, meetings);
}

function oneDocument(group: Group, meeting: GroupMeeting | undefined, document: string): Message {
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

function severalDocuments(group: Group, meetings: readonly GroupMeeting[]): Message {
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

function noDocument(group: Group, called: readonly GroupMeeting[]): Message {
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
