import { header, message, section, sections } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { leadWords, shortWhen } from '../messages/time.ts';
import type { PostedMessage } from '../reminders/post.ts';
import type { UpcomingReminder } from '../reminders/upcoming-reminders.ts';
import { defineCommand, nothingElse } from './command.ts';

// How far back the list of what was posted goes.
const POSTED_SINCE = { days: 30 };
const MAX_SHOWN = 5;

export const reminders = defineCommand({
  name: 'reminders',
  aliases: ['reminder'],
  summary: 'which reminders come next, and which were posted last',
  details: 'Lists the next reminders of the channel and the last ones, with links to the messages.',
  audience: 'everyone',
  task: 'reminders',

  topic: () => [
    {
      intents: ['reminders'],
      label: 'Reminders of the channel',
      typed: 'reminders',
      answer: undefined,
    },
  ],

  parse: nothingElse,

  async run(_, { reminders: channel, calendar, group, now }) {
    const posted = await channel.posted(now.minus(POSTED_SINCE));
    const links = posted.map((post) => ({ post, url: channel.permalink(post) }));
    const none =
      calendar.kind === 'not published'
        ? md`The group publishes no calendar, so no reminder is planned.`
        : md`No meeting is ahead, so no reminder is planned.`;
    return remindersMessage(await channel.upcoming(), links, none, group.zone);
  },
});

/** What will be posted next, and what was posted last. */
function remindersMessage(
  upcoming: readonly UpcomingReminder[],
  posted: readonly { post: PostedMessage; url: string }[],
  none: Mrkdwn,
  zone: string,
): Message {
  const next = upcoming.slice(0, MAX_SHOWN).map(({ at, meeting, leadMinutes }) => {
    return md`• ${shortWhen(at, zone)}: ${bold(meeting.title)}, ${leadWords(leadMinutes)} before it starts`;
  });
  const last = posted
    .toSorted((a, b) => b.post.postedAt.toMillis() - a.post.postedAt.toMillis())
    .slice(0, MAX_SHOWN)
    .map(({ post, url }) => postedLine(post, url, zone));
  const first = upcoming[0];
  const summary = first
    ? md`The next reminder is for ${bold(first.meeting.title)}, ${shortWhen(first.at, zone)}.`
    : md`No reminder is planned.`;
  return message(summary, [
    header('Reminders'),
    section(md`*Next*`),
    sections(next.length > 0 ? next : [none]),
    section(md`*Posted last*`),
    sections(last.length > 0 ? last : [md`Nothing in the last 30 days.`]),
  ]);
}

function postedLine(post: PostedMessage, url: string, zone: string): Mrkdwn {
  const what = post.kind === 'cancellation' ? 'cancellation of' : 'reminder of';
  return md`• ${link(url, 'Message')}, ${shortWhen(post.postedAt, zone)}: ${what} ${bold(post.shown.title)}`;
}
