import { actions, header, linkButton, message, section } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { link, md } from '../messages/mrkdwn.ts';
import { defineCommand, nothingElse } from './command.ts';

export const agenda = defineCommand({
  name: 'agenda',
  aliases: ['notes', 'minutes'],
  summary: 'the agenda and notes document',
  details: 'Opens the document that holds the agenda and the notes of the regular meeting.',
  audience: 'everyone',
  sameForAll: true,
  task: 'meetings',

  topic: () => [
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
  ],

  parse: nothingElse,

  run(_, { group }) {
    const { title, agenda: document } = group.regularMeeting;
    return message(md`Agenda and notes of ${group.name}: ${link(document, document)}`, [
      header('Agenda and notes'),
      section(
        md`The agenda and the notes of ${title} are in one document. Add your topic to the next date in it.`,
      ),
      actions([linkButton('Agenda and notes', document, 'open-agenda', 'primary')]),
      groupSource(group),
    ]);
  },
});
