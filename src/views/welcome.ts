import { message, section } from './blocks.ts';
import type { Message } from './message.ts';
import { md } from './mrkdwn.ts';

/** Somebody said thanks. */
export function welcomeView(): Message {
  const sentence = md`You're welcome.`;
  return message(sentence, [section(sentence)]);
}
