import { withFeedbackButtons } from '../feedback/feedback-buttons.ts';
import { stampedFor } from '../messages/group-stamp.ts';
import type { Message } from '../messages/message.ts';
import type { Handled } from './ports.ts';

/**
 * The message with buttons that ask whether it helped, where it answers a question in free words. What
 * is for one person alone, a mistake or an offer has none.
 */
export function askingForFeedback(message: Message, { answer, groupId }: Handled): Message {
  if (answer.kind !== 'answer' || !answer.asked) return message;
  const { heard, others } = answer.asked;
  const below = withFeedbackButtons(message, {
    intent: heard.intent,
    others: others.map(({ typed }) => typed),
  });
  return groupId === undefined ? below : stampedFor(below, groupId);
}
