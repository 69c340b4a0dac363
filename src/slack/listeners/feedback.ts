import type { Logger } from 'pino';
import type { CommandContext } from '../../commands/command.ts';
import { feedbackReply } from '../../commands/feedback-reply.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { type Pressed, readFeedback } from '../../feedback/feedback.ts';
import { FEEDBACK_ACTION } from '../../feedback/feedback-buttons.ts';
import { stampedFor, stampOf } from '../../messages/group-stamp.ts';
import type { Message } from '../../messages/message.ts';
import { answerPress, channelOf, messageOf } from '../answer-press.ts';
import type { ContextFor } from '../ports.ts';
import type { Buttons } from './buttons.ts';

export interface FeedbackTools {
  readonly contextFor: ContextFor;
  readonly logger: Logger;
}

/** Counts what people say of answers, and offers others for what was not asked. */
export function registerFeedback(
  buttons: Buttons,
  { contextFor, logger }: FeedbackTools,
  inFlight: InFlight,
): void {
  buttons.on(FEEDBACK_ACTION, ({ action, body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const pressed = action.type === 'feedback_buttons' ? readFeedback(action.value) : undefined;
      if (!pressed) return;
      const press = { body, respond };
      const userId = body.user.id;
      const channelId = channelOf(press);
      const groupId = stampOf(action.block_id);
      const context = contextFor({ userId, channelId, groupId, place: 'private' });
      const { verdict, intent } = pressed;
      if (intent !== undefined) {
        const said = { userId, channel: channelId ?? '', ts: messageOf(press) ?? '' };
        context.feedback.note({ verdict, intent }, said);
      }
      try {
        await answerPress(press, replyTo(pressed, context));
      } catch (error) {
        logger.error({ err: error }, 'answer to feedback not posted');
      }
    }),
  );
}

/** With several groups, what is offered is for the one whose answer it was. */
function replyTo(pressed: Pressed, context: CommandContext): Message {
  const { group, groups } = context;
  const reply = feedbackReply(pressed, context);
  return groups.length > 1 ? stampedFor(reply, group.id) : reply;
}
