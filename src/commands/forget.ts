import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { certainly, defineCommand, perhaps } from './command.ts';
import type { GroupReminders } from './ports.ts';
import { subscriptionLine } from './remind-message.ts';

const EVERYTHING_ABOUT_ME =
  /^(?:(?:everything|all)(?: (?:that )?you (?:know|have|store[d]?))? )?(?:(?:about|on|of) )?me(?:,? (?:please|pls|now))?\W*$/iu;

export const forget = defineCommand<'forget' | 'explain'>({
  name: 'forget',
  aliases: ['forget-me', 'privacy'],
  summary: 'what the bot stores about you; with `me`, deletes it',
  usage: 'me',
  details:
    'The bot stores when you want to be reminded and which direct messages it sent you for that, the topics that you proposed for an agenda, the meetings that you planned with its form, and those that you host. This deletes all of it at once. It never stores your messages.',
  audience: 'everyone',
  task: 'bot',
  tellsStatus: true,
  personal: true,
  anyGroup: true,

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
  const choice = hasSeveral ? md`, your choice of a group` : md``;
  const sentence = md`Done. I deleted everything I stored about you: your reminders are off, and the record of those I sent you, the topics you proposed${choice}, and the meetings that you planned with my form or host are gone.`;
  return message(sentence, [section(sentence)]);
}

function explanation(stored: Stored, slashCommand: string): Message {
  const { reminders, chosen, hasSeveral } = stored;
  const choice = hasSeveral ? md`, the group you chose` : md``;
  const what = md`I store only the reminders you set, which of them I sent you, the topics you proposed for an agenda until its meeting is over${choice}, the meetings you planned with my form, and those you host; nothing else about you, and none of your messages.`;
  const mine = reminders.map((one) => yours(one, hasSeveral));
  const now =
    mine.length > 0 ? md`Your reminders: ${join(mine, '; ')}.` : md`You have set no reminders.`;
  const group = chosen === undefined ? undefined : md`The group you chose is ${chosen}.`;
  const way = md`${code(`${slashCommand} forget me`)} deletes all of it.`;
  const sentence = join([what, now, group, way], ' ');
  return message(sentence, [section(sentence)]);
}

function yours({ groupName, wanted }: GroupReminders, hasSeveral: boolean): Mrkdwn {
  const lines = join(wanted.map(subscriptionLine), '; ');
  return hasSeveral ? md`${groupName}: ${lines}` : lines;
}
