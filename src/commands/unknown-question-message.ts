import { retirementOf } from '../group/lookup.ts';
import { regularMeeting } from '../group/published-meetings.ts';
import type { Group } from '../group/schema.ts';
import { actions, context, linkButton, message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, code, join, link, md } from '../messages/mrkdwn.ts';
import { retiredWords } from '../messages/retirement.ts';
import { whereToAsk } from '../messages/where-to-ask.ts';

/** A question that the group's facts and calendar don't answer: says so in `what`, and who would. */
export function unknownQuestionMessage(
  group: Group,
  command: string,
  what = "I don't know the answer to that.",
): Message {
  const { name, organizers, contact } = group;
  const retirement = retirementOf(group);
  const agenda = regularMeeting(group)?.agenda;
  const names = organizers.map((organizer) => organizer.name).join(', ');
  const place = whereToAsk(group);
  const people = join(
    [
      retirement &&
        md`${retiredWords(group, retirement)} Who took over: ${code(`${command} successors`)}.`,
      names === '' || retirement ? undefined : md`The organizers of ${name} would: ${names}.`,
      place && md`Ask in ${place}.`,
    ],
    ' ',
  );
  const notes =
    agenda === undefined
      ? undefined
      : md`What was said and decided is in the ${link(agenda, 'notes document')}.`;
  return message(join([md`${what}`, people, notes], ' '), [
    section(join([md`${bold(what)} ${people}`, notes], '\n')),
    actions([
      linkButton('Agenda and notes', agenda, 'open-agenda'),
      linkButton(contact.slackChannel ?? 'Slack channel', place && contact.slack, 'open-slack'),
    ]),
    context(
      md`I know the group's page and its calendar, nothing else. ${code(`${command} help`)} lists what you can ask.`,
    ),
  ]);
}
