import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';

/** Somebody said thanks. */
export function welcomeMessage(): Message {
  const sentence = md`You're welcome.`;
  return message(sentence, [section(sentence)]);
}
