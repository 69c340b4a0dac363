import { comingReminders } from '../reminders/plan.ts';
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
  async run({ calendar, reminders: record, group, now }) {
    const meetings = calendar.kind === 'read' ? calendar.meetings : [];
    const settled = await record.settledAhead(now);
    const coming = comingReminders(meetings, record.leads, settled, now);
    const posted = await record.posted(now.minus(POSTED_SINCE));
    const links = posted.map((post) => ({ post, url: record.permalink(post.channel, post.ts) }));
    return remindersMessage(coming, links, group.regular_meeting.zone);
  },
};
