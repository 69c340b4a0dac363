import type { MeetingDetails } from '../calendar/meeting-details.ts';
import { message, section } from '../messages/blocks.ts';
import { calledOff } from '../messages/called-off.ts';
import type { Message } from '../messages/message.ts';
import { bold, md } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';

/** A short notice that a meeting does not take place. */
export function cancellationMessage(details: MeetingDetails, zone: string): Message {
  const { label, sentence } = calledOff(details);
  const when = longWhen(details.start, zone);
  const text = md`*${label}:* ${bold(details.title)}, ${when}, ${sentence}.`;
  return message(text, [section(text)]);
}
