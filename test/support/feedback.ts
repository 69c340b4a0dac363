import type { FeedbackButtons } from '../../sandbox/slack/block-elements.ts';
import type { People } from '../../sandbox/slack/people.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { FEEDBACK_ACTION } from '../../src/feedback/feedback-buttons.ts';
import { wordsOf } from './world.ts';

/** The feedback buttons of a message. */
export function feedbackIn(message: StoredMessage): FeedbackButtons {
  const [found] = message.blocks.flatMap((block) =>
    block.type === 'context_actions' ? block.elements : [],
  );
  if (!found) throw new Error(`no feedback buttons in ${wordsOf(message)}`);
  return found;
}

/** Presses one of them. */
export function pressFeedback(
  slack: Pick<People, 'press'>,
  userId: string,
  message: StoredMessage,
  which: 'helpful' | 'not asked',
) {
  const { positive_button, negative_button } = feedbackIn(message);
  const { value } = which === 'helpful' ? positive_button : negative_button;
  return slack.press(userId, message, FEEDBACK_ACTION, [value]);
}

/** The message as if the bot had given its negative button this value. */
export function withFeedbackValue(message: StoredMessage, value: string): StoredMessage {
  const forged = feedbackIn(message);
  const elements = [{ ...forged, negative_button: { ...forged.negative_button, value } }];
  return {
    ...message,
    blocks: message.blocks.map((block) =>
      block.type === 'context_actions' ? { ...block, elements } : block,
    ),
  };
}
