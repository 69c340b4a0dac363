import type { TimedMeeting } from '../calendar/meeting.ts';
import { message, section } from '../messages/blocks.ts';
import { nameAndDate } from '../messages/meeting-lines.ts';
import type { Message } from '../messages/message.ts';
import { bold, md } from '../messages/mrkdwn.ts';
import type { Proposal } from './proposal.ts';

/** What whoever proposed a topic reads. */
export function proposedMessage({ title }: Proposal, meeting: TimedMeeting, zone: string): Message {
  const sentence = md`I proposed ${bold(title)} for ${nameAndDate(meeting, zone)}. The reminder and the agenda list it, and an organizer takes it up.`;
  return message(sentence, [section(sentence)]);
}
