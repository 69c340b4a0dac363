import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, md } from '../messages/mrkdwn.ts';
import { certainly, defineCommand, perhaps } from './command.ts';

export const forget = defineCommand<'forget' | 'explain'>({
  name: 'forget',
  aliases: ['forget-me', 'privacy'],
  summary: 'deletes everything the bot stores about you',
  usage: 'me',
  details:
    'The bot stores when you want to be reminded, and which direct messages it sent you for that. This deletes both at once. It never stores what you write.',
  audience: 'everyone',
  personal: true,

  topic: () => [
    {
      answer: 'explain',
      tells: ['procedure'],
      title: 'forget me',
      aliases: ['privacy', 'my data', 'stored about me'],
      text: 'store keep delete remove gdpr personal',
    },
  ],

  parse(args) {
    if (/^(about )?me\W*$/iu.test(args)) return certainly('forget');
    return args === '' ? certainly('explain') : perhaps('explain');
  },

  async run(wanted, { asker, subscriptions, slashCommand }) {
    if (wanted === 'explain') return explanation(slashCommand);
    await subscriptions.forget(asker.userId);
    return forgotten();
  },
});

function forgotten(): Message {
  const sentence = md`Done. I deleted everything I stored about you: your reminders are off, and the record of those I sent you is gone.`;
  return message(sentence, [section(sentence)]);
}

function explanation(slashCommand: string): Message {
  const sentence = md`I store only the reminders you set and which of them I sent you, nothing else about you. ${code(`${slashCommand} forget me`)} deletes both.`;
  return message(sentence, [section(sentence)]);
}
