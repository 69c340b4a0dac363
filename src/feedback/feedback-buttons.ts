import type { types } from '@slack/bolt';
import { below, LIMITS, plain } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { type Feedback, feedbackValue, type Pressed } from './feedback.ts';

/** Action id of the two buttons below; the value of each is what `readFeedback` reads. */
export const FEEDBACK_ACTION = 'feedback';

/** What the buttons keep of an answer. */
export type Answered = Pick<Feedback, 'intent'> & Pick<Pressed, 'others'>;

/** The answer with two small buttons that say whether it was what was asked. */
export function withFeedbackButtons(message: Message, answered: Answered): Message {
  return below(message, [feedbackBlock(answered)]);
}

/** The same without them, for a Slack that does not know them. */
export function withoutFeedbackButtons({ text, blocks }: Message): Message {
  return { text, blocks: blocks.filter((block) => !isFeedback(block)) };
}

export function hasFeedbackButtons({ blocks }: Message): boolean {
  return blocks.some(isFeedback);
}

function isFeedback({ type }: Block): boolean {
  return type === 'context_actions';
}

// https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
function feedbackBlock({ intent, others }: Answered): types.ContextActionsBlock {
  const helpful = feedbackValue({ verdict: 'helpful', intent, others: [] });
  const notAsked = feedbackValue({ verdict: 'not what I asked', intent, others });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK_ACTION,
        positive_button: {
          text: plain('Helpful', LIMITS.buttonText),
          accessibility_label: 'Helpful: this is what I wanted to know',
          value: helpful,
        },
        negative_button: {
          text: plain('Not what I asked', LIMITS.buttonText),
          accessibility_label: 'Not what I asked: show what else I may have meant',
          value: notAsked,
        },
      },
    ],
  };
}
