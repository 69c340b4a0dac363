import type { Group } from '../group/schema.ts';
import { context, message, section, sections } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, md } from '../messages/mrkdwn.ts';
import { differenceWords } from './difference-words.ts';
import type { PlannedMessage } from './plan-messages.ts';

const MAX_LINES = 40;

/** Tells the organizers what the group's pages say otherwise than its file. */
export function followMessage(planned: PlannedMessage, { id, name }: Group): Message {
  switch (planned.says) {
    case 'differences': {
      const { differences } = planned;
      const title = md`What ${name} publishes is not what the bot says`;
      const lines = differences.slice(0, MAX_LINES).map((one) => md`• ${differenceWords(one)}`);
      const more = differences.length - lines.length;
      const rest = more > 0 ? [md`… and ${more} more`] : [];
      const wayOut = md`${code(`npm run import -- ${id}`)} brings the group file in line with the page, as a diff to review. What is wrong on the page or in the calendar has to be corrected there.`;
      return message(
        md`${title}: ${differences.length === 1 ? '1 difference' : `${differences.length} differences`}.`,
        [section(md`*${title}*`), ...sections([...lines, ...rest]), context(wayOut)],
      );
    }
    case 'settled':
      return short(
        md`Nothing differs any more between what ${name} publishes and what the bot says.`,
      );
    case 'replaced':
      return short(
        md`A newer message says what differs between what ${name} publishes and what the bot says.`,
      );
  }
}

function short(text: ReturnType<typeof md>): Message {
  return message(text, [section(text)]);
}
