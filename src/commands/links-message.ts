import type { Group } from '../group/schema.ts';
import { actions, header, linkButton, message, section } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { link, md } from '../messages/mrkdwn.ts';

/** The agenda and notes document of the regular meeting. */
export function agendaMessage({ name, page, regularMeeting: { title, agenda } }: Group): Message {
  return message(md`Agenda and notes of ${name}: ${link(agenda, agenda)}`, [
    header('Agenda and notes'),
    section(
      md`The agenda and the notes of ${title} are in one document. Add your topic to the next date in it.`,
    ),
    actions([linkButton('Agenda and notes', agenda, 'open-agenda', 'primary')]),
    groupSource({ name, page }),
  ]);
}

/** The recordings' playlist. */
export function recordingsMessage({ name, page, recordings }: Group): Message {
  return message(md`Recordings of ${name}: ${link(recordings.playlist, recordings.playlist)}`, [
    header('Recordings'),
    section(md`Recorded meetings of ${name} are on YouTube.`),
    actions([linkButton('Watch', recordings.playlist, 'open-recordings', 'primary')]),
    groupSource({ name, page }),
  ]);
}
