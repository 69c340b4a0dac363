import { context } from './blocks.ts';
import type { Message } from './message.ts';
import { md } from './mrkdwn.ts';
import { stopButton } from './personal-reminders.ts';

/** A message of the reminders as one person gets it: with why it came, and the way out. */
export function toOnePerson({ text, blocks }: Message): Message {
  const why = context(md`You asked me to remind you.`);
  return { text, blocks: [...blocks, why, ...stopButton()] };
}
