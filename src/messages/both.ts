import { LIMITS, section } from './blocks.ts';
import type { Message } from './message.ts';
import { md } from './mrkdwn.ts';

/** Two answers to one question, one below the other. */
export function bothMessage(first: Message, second: Message): Message {
  // Each keeps half of the room, so that neither pushes the other out.
  const room = LIMITS.blocks / 2 - 1;
  return {
    text: `${first.text}\n${second.text}`,
    blocks: [
      section(md`Two things fit what you ask:`),
      ...first.blocks.slice(0, room),
      { type: 'divider' },
      ...second.blocks.slice(0, room),
    ],
  };
}
