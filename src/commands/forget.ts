import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import type { GroupReminders } from './ports.ts';
import { asksWhatIsStored } from './privacy-questions.ts';
import { subscriptionLine } from './remind-message.ts';

const EVERYTHING_ABOUT_ME =
  /^(?:(?:everything|all)(?: (?:that )?you (?:know|have|store[d]?))? )?(?:(?:about|on|of) )?me(?:,? (?:please|pls|now))?\W*$/iu;

export const forget = defineCommand<'forget' | 'explain'>({
  name: 'forget',
  aliases: ['forget-me', 'privacy'],
  summary: 'what the bot stores about you; with `me`, deletes it',
  usage: 'me',
  details:
    'The bot stores when you want to be reminded, and which direct messages it sent you for that. This deletes both at once. It never stores what you write.',
  audience: 'everyone',
  task: 'bot',
  tellsStatus: true,
  personal: true,
  anyGroup: true,

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
    if (EVERYTHING_ABOUT_ME.test(args)) return certainly('forget');
    return args === '' ? certainly('explain') : perhaps('explain');
  },

  hear: (text) => (asksWhatIsStored(text) ? 'explain' : undefined),

  async run(wanted, { asker: { userId }, personalData, slashCommand, groups }) {
    switch (wanted) {
      case 'explain': {
        const reminders = await personalData.reminders(userId);
        const chosen = await personalData.chosenGroup(userId);
        return explanation({ reminders, chosen, hasSeveral: groups.length > 1 }, slashCommand);
      }
      case 'forget':
        await personalData.forget(userId);
        return forgotten(groups.length > 1);
    }
  },
});

interface Stored {
  readonly reminders: readonly GroupReminders[];
  readonly chosen: string | undefined;
  /** Whether there are several groups to choose from. */
  readonly hasSeveral: boolean;
}

function forgotten(hasSeveral: boolean): Message {
  const choice = hasSeveral ? md`, and so is your choice of a group` : md``;
  const sentence = md`Done. I deleted everything I stored about you: your reminders are off, and the record of those I sent you is gone${choice}.`;
  return message(sentence, [section(sentence)]);
}

function explanation(stored: Stored, slashCommand: string): Message {
  const { reminders, chosen, hasSeveral } = stored;
  const choice = hasSeveral ? md`, which of them I sent you, and the group you chose` : undefined;
  const what = md`I store only the reminders you set${choice ?? md` and which of them I sent you`}, nothing else about you, and nothing you write.`;
  const mine = reminders.map((one) => yours(one, hasSeveral));
  const now = mine.length > 0 ? md`Yours: ${join(mine, '; ')}.` : md`You have set none.`;
  const group = chosen === undefined ? undefined : md`The group you chose is ${chosen}.`;
  const all = hasSeveral ? 'all of it' : 'both';
  const way = md`${code(`${slashCommand} forget me`)} deletes ${all}.`;
  const sentence = join([what, now, group, way], ' ');
  return message(sentence, [section(sentence)]);
}

function yours({ groupName, wanted }: GroupReminders, hasSeveral: boolean): Mrkdwn {
  const lines = join(wanted.map(subscriptionLine), '; ');
  return hasSeveral ? md`${groupName}: ${lines}` : lines;
}
