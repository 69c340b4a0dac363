import { actions, below, button, context, LIMITS } from './blocks.ts';
import type { Message } from './message.ts';
import { mistakeMessage } from './mistake.ts';
import { escapeMrkdwn, md, mention } from './mrkdwn.ts';

/** Action id of the button below; its value is the text that was asked, escaped as in a message. */
export const SHARE_ACTION = 'share-in-channel';

/** The answer with a button that posts it for all. Without one when the text is too long to keep. */
export function withShareButton(message: Message, text: string): Message {
  const value = escapeMrkdwn(text);
  if (value.length > LIMITS.buttonValue) return message;
  // A button's value may not be empty.
  return below(message, actions([button('Share in channel', SHARE_ACTION, value || 'help')]));
}

/** The answer as all see it, with the name of who shared it. */
export function sharedBy(message: Message, userId: string): Message {
  return below(message, [context(md`Shared by ${mention(userId)}`)]);
}

/** Someone shares faster than people read. */
export function sharedJustNow(): Message {
  return mistakeMessage(
    'You shared an answer less than a minute ago. Give people a moment to read it, then press again.',
  );
}
