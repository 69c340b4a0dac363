import { actions, button, context } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';
import type { Destination } from './destination.ts';

/** Action id of the button that ends all personal reminders. */
export const STOP_ACTION = 'stop-reminders';

/** A message as its readers get it: one person alone is told why it came, and the way out. */
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

/** The button that ends the personal reminders of one member, and of nobody else who presses it. */
export function stopButton(userId: string): Block[] {
  return actions([button('Stop these', STOP_ACTION, userId)]);
}
