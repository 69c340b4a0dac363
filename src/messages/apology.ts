import { message, section } from './blocks.ts';
import type { Message } from './message.ts';
import { code, md } from './mrkdwn.ts';

/** Our own error. The reference id stands in the log beside the cause. */
export function apologyMessage(reference: string): Message {
  const text = md`Sorry, something went wrong on my side. Please try again in a moment. If it stays, tell the organizers this reference: ${code(reference)}`;
  return message(text, [section(text)]);
}
