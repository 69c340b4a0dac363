import { type Command, SLASH_COMMAND } from './command.ts';
import { forgottenMessage, keptMessage } from './forget-message.ts';

export const forget: Command = {
  name: 'forget',
  aliases: ['forget-me', 'privacy'],
  summary: 'removes everything that the bot keeps of you',
  usage: 'me',
  details:
    'The bot keeps the times at which you want to be reminded, and which direct messages it sent you for that. This removes both at once. It never keeps what you write.',
  audience: 'everyone',
  personal: true,
  takes: ({ args }) => isMe(args),
  async run({ args, asker, subscriptions }) {
    if (!isMe(args)) return keptMessage(SLASH_COMMAND);
    await subscriptions.forget(asker.userId);
    return forgottenMessage();
  },
};

function isMe(args: string): boolean {
  return /^(about )?me\W*$/iu.test(args);
}
