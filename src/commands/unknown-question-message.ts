import type { Group } from '../group/schema.ts';
import { actions, context, linkButton, message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, link, md } from '../messages/mrkdwn.ts';

/** A question that the group's facts and calendar don't answer: says so, and who would. */
export function unknownQuestionMessage(
  { name, organizers, contact, regularMeeting: { agenda } }: Group,
  command: string,
): Message {
  const names = organizers.map((organizer) => organizer.name).join(', ');
  const channel = link(contact.slack, contact.slackChannel);
  const people = md`The organizers of ${name} would: ${names}. Ask in ${channel}.`;
  const notes = md`What was said and decided is in the ${link(agenda, 'notes document')}.`;
  return message(md`I don't know the answer to that. ${people} ${notes}`, [
    section(md`*I don't know the answer to that.* ${people}\n${notes}`),
    actions([
      linkButton('Agenda and notes', agenda, 'open-agenda'),
      linkButton(contact.slackChannel, contact.slack, 'open-slack'),
    ]),
    context(
      md`I know the group's page and its calendar, nothing else. ${code(`${command} help`)} lists what you can ask.`,
    ),
  ]);
}
