import { section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, type Mrkdwn, md } from '../messages/mrkdwn.ts';

/** The calendar has no meeting of that name ahead: says so before the next one of all. */
export function noNamedMeetingMessage(name: string, next: Message): Message {
  return before(
    md`The group's calendar has no meeting of the name ${bold(name, 60)} ahead. What it has:`,
    next,
  );
}

/** Without the calendar nothing is known of a meeting of that name: says so before the rule. */
export function ruleOfAnotherMessage(name: string, rule: Message): Message {
  return before(
    md`I can't tell when ${bold(name, 60)} meets: that is in the calendar alone. Of the regular meeting I know this:`,
    rule,
  );
}

function before(note: Mrkdwn, { text, blocks }: Message): Message {
  return { text: `${note.source} ${text}`, blocks: [section(note), ...blocks] };
}
