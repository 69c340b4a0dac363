import type { Problem } from '../ports.ts';
import { message, section } from './blocks.ts';
import type { Message } from './message.ts';
import { md } from './mrkdwn.ts';

/** Tells an operator what keeps the bot from its work. */
export function alertView({ what, advice }: Problem): Message {
  const text = md`*The WG Serving bot needs help.* ${what}. ${advice}`;
  return message(text, [section(text)]);
}
