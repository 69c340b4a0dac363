import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';
import type { Problem } from '../problems.ts';

/** Tells an operator about a problem that needs their help. */
export function alertMessage({ what, advice }: Problem): Message {
  const text = md`*The WG Serving bot needs help.* ${what}. ${advice}`;
  return message(text, [section(text)]);
}
