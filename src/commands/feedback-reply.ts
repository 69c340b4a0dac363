import type { Pressed } from '../feedback/feedback.ts';
import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { md } from '../messages/mrkdwn.ts';
import type { SharedContext } from './command.ts';
import { likelyMessage } from './likely-message.ts';
import { stillOffered } from './still-offered.ts';
import { unknownQuestionMessage } from './unknown-question-message.ts';

/** What is said to someone who has said what they think of an answer. */
export function feedbackReply({ verdict, others }: Pressed, context: SharedContext): Message {
  if (verdict === 'helpful') return thanksMessage();
  const choices = stillOffered(others, context);
  return choices.length > 0
    ? likelyMessage(choices, 'Thanks for telling me.')
    : unknownQuestionMessage(
        context.group,
        context.slashCommand,
        'Thanks for telling me. I have no better answer.',
      );
}

function thanksMessage(): Message {
  const sentence = md`Thanks for telling me.`;
  return message(sentence, [section(sentence)]);
}
