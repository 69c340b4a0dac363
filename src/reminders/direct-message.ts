import { stopButton } from '../commands/remind-message.ts';
import { context } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';

/** A message of the reminders as one person gets it: with why it came, and the way out. */
export function toOnePerson({ text, blocks }: Message): Message {
  const why = context(md`You asked me to remind you.`);
  return { text, blocks: [...blocks, why, ...stopButton()] };
}
