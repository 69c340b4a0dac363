import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, join, md } from '../messages/mrkdwn.ts';
import { ellipsize } from '../text/plain.ts';

// Enough to recognize what one typed; nobody wants 8,000 characters back.
const TYPED_LENGTH = 80;

/** Nothing answers to what was typed: says what comes near. */
export function unknownCommandMessage(
  typed: string,
  suggestions: readonly { readonly name: string }[],
  command: string,
): Message {
  const unknown = md`I don't know ${code(ellipsize(typed, TYPED_LENGTH))}.`;
  const near = suggestions.map(({ name }) => code(`${command} ${name}`));
  const advice =
    near.length > 0
      ? md`Did you mean ${join(near, ' or ')}?`
      : md`${code(`${command} help`)} lists what you can ask, for example ${code(`${command} next-meeting`)}.`;
  return message(md`${unknown} ${advice}`, [section(md`${unknown} ${advice}`)]);
}
