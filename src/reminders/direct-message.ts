import { actions, button, context } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';
import type { Destination } from './destination.ts';

/** Action ID of the button that stops all personal reminders. */
export const STOP_ACTION = 'stop-reminders';

/** A message as its recipients get it: a person is also told why it came and how to stop them. */
export function addressedTo(destination: Destination, message: Message): Message {
  switch (destination.kind) {
    case 'channel':
      return message;
    case 'person': {
      const why = context(md`You asked me to remind you.`);
      return {
        text: message.text,
        blocks: [...message.blocks, why, ...stopButton(destination.userId)],
      };
    }
  }
}

/** The button that stops one member's personal reminders; it does nothing when anyone else presses it. */
export function stopButton(userId: string): Block[] {
  return actions([button('Stop these', STOP_ACTION, userId)]);
}
