import type { MeetingDetails } from '../calendar/meeting-details.ts';
import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { bold, md } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';

/** A short notice that a meeting does not take place. */
export function cancellationMessage({ title, start }: MeetingDetails, zone: string): Message {
  const text = md`*Cancelled:* ${bold(title)}, ${longWhen(start, zone)}, does not take place.`;
  return message(text, [section(text)]);
}
