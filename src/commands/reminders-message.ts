import { header, message, section, sections } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { leadWords, shortWhen } from '../messages/time.ts';
import type { PostedMessage } from '../reminders/post.ts';
import type { UpcomingReminder } from '../reminders/upcoming-reminders.ts';

const SHOWN = 5;

/** What will be posted next, and what was posted last. */
export function remindersMessage(
  upcoming: readonly UpcomingReminder[],
  posted: readonly { post: PostedMessage; url: string }[],
  zone: string,
): Message {
  const next = upcoming.slice(0, SHOWN).map(({ at, meeting, leadMinutes }) => {
    return md`• ${shortWhen(at, zone)}: ${bold(meeting.title)}, ${leadWords(leadMinutes)} before it starts`;
  });
  const last = posted
    .toSorted((a, b) => b.post.postedAt.toMillis() - a.post.postedAt.toMillis())
    .slice(0, SHOWN)
    .map(({ post, url }) => postedLine(post, url, zone));
  const first = upcoming[0];
  const summary = first
    ? md`The next reminder is for ${bold(first.meeting.title)}, ${shortWhen(first.at, zone)}.`
    : md`No reminder is planned.`;
  return message(summary, [
    header('Reminders'),
    section(md`*Next*`),
    sections(next.length > 0 ? next : [md`No meeting is ahead, so no reminder is planned.`]),
    section(md`*Posted last*`),
    sections(last.length > 0 ? last : [md`Nothing in the last 30 days.`]),
  ]);
}

function postedLine(post: PostedMessage, url: string, zone: string): Mrkdwn {
  const what = post.kind === 'cancellation' ? 'cancellation of' : 'reminder of';
  return md`• ${link(url, 'Message')}, ${shortWhen(post.postedAt, zone)}: ${what} ${bold(post.shown.title)}`;
}
