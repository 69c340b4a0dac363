import { message, section } from './blocks.ts';
import type { Message } from './message.ts';
import { md } from './mrkdwn.ts';

/** A sentence that helps someone to ask again. */
export function mistakeMessage(sentence: string): Message {
  return message(md`${sentence}`, [section(md`${sentence}`)]);
}
