import type { Announcement } from '../meetings/announcement.ts';
import { message, section } from './blocks.ts';
import type { Message } from './message.ts';
import { bold, md } from './mrkdwn.ts';
import { longWhen } from './time.ts';

/** A short notice that a meeting does not take place. */
export function cancellationView({ title, start }: Announcement, zone: string): Message {
  const text = md`*Cancelled:* ${bold(title)}, ${longWhen(start, zone)}, does not take place.`;
  return message(text, [section(text)]);
}
