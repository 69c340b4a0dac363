import type { Command } from './command.ts';
import { remindersMessage } from './reminders-message.ts';

// How far back the list of what was posted goes.
const POSTED_SINCE = { days: 30 };

export const reminders: Command = {
  name: 'reminders',
  aliases: ['reminder'],
  summary: 'which reminders come next, and which were posted last',
  usage: '',
  details: 'Lists the next reminders of the channel and the last ones, with links to the messages.',
  audience: 'everyone',
  async run({ reminders: channel, group, now }) {
    const posted = await channel.posted(now.minus(POSTED_SINCE));
    const links = posted.map((post) => ({ post, url: channel.permalink(post) }));
    return remindersMessage(await channel.upcoming(), links, group.regularMeeting.zone);
  },
};
