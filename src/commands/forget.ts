import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, join, md } from '../messages/mrkdwn.ts';
import type { PersonalSubscription } from '../reminders/subscription.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import { subscriptionLine } from './remind-message.ts';

const EVERYTHING_ABOUT_ME =
  /^(?:(?:everything|all)(?: (?:that )?you (?:know|have|store[d]?))? )?(?:(?:about|on|of) )?me(?:,? (?:please|pls|now))?\W*$/iu;

export const forget = defineCommand<'forget' | 'explain'>({
  name: 'forget',
  aliases: ['forget-me', 'privacy'],
  summary: 'what the bot stores about you; with `me`, deletes it',
  usage: 'me',
  details:
    'The bot stores when you want to be reminded, which direct messages it sent you for that, and the topics that you proposed for an agenda. This deletes all of it at once. It never stores your messages.',
  audience: 'everyone',
  task: 'bot',
  personal: true,

  topic: () => [
    {
      intents: ['privacy', 'forget-me'],
      label: 'What I store about you',
      typed: 'forget',
      answer: 'explain',
    },
  ],

  parse(args) {
    if (EVERYTHING_ABOUT_ME.test(args)) return certainly('forget');
    return args === '' ? certainly('explain') : perhaps('explain');
  },

  async run(wanted, { asker: { userId }, subscriptions, agendas, slashCommand }) {
    switch (wanted) {
      case 'explain':
        return explanation(await subscriptions.of(userId), slashCommand);
      case 'forget':
        await subscriptions.forget(userId);
        await agendas.forget(userId);
        return forgotten();
    }
  },
});

function forgotten(): Message {
  const sentence = md`Done. I deleted everything I stored about you: your reminders are off, and the record of those I sent you and the topics you proposed are gone.`;
  return message(sentence, [section(sentence)]);
}

function explanation(mine: readonly PersonalSubscription[], slashCommand: string): Message {
  const what = md`I store only the reminders you set, which of them I sent you, and the topics you proposed for an agenda until its meeting is over; nothing else about you, and none of your messages.`;
  const now =
    mine.length > 0
      ? md`Yours: ${join(mine.map(subscriptionLine), '; ')}.`
      : md`You have set none.`;
  const sentence = md`${what} ${now} ${code(`${slashCommand} forget me`)} deletes all of it.`;
  return message(sentence, [section(sentence)]);
}
