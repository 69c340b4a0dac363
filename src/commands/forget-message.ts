import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, md } from '../messages/mrkdwn.ts';

/** Everything that was kept of a person is removed. */
export function forgottenMessage(): Message {
  const sentence = md`Done. I keep nothing of you: your reminders are off, and the record of those I sent you is removed.`;
  return message(sentence, [section(sentence)]);
}

/** What is kept of a person, and how it is removed. */
export function keptMessage(command: string): Message {
  const sentence = md`I keep nothing of you but the reminders that you set, and which of them I sent. ${code(`${command} forget me`)} removes both.`;
  return message(sentence, [section(sentence)]);
}
