import type { Answer } from '../../commands/answer.ts';
import { CHOOSE_ACTION } from '../../commands/likely-message.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { answerPress, channelOf, isSeenByOne, type Press } from '../answer-press.ts';
import type { HandleRequest } from '../ports.ts';
import { unescapeText } from '../unescape.ts';
import type { Buttons } from './buttons.ts';

export interface ChoiceTools {
  readonly handle: HandleRequest;
}

/** Answers presses of the buttons below “Did you mean”: the answer takes the place of the question. */
export function registerChoices(
  buttons: Buttons,
  { handle }: ChoiceTools,
  inFlight: InFlight,
): void {
  buttons.on({ prefix: CHOOSE_ACTION }, ({ action, body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const press: Press = { body, respond };
      const { answer, logger } = await handle({
        asked: action.type === 'button' ? unescapeText(action.value ?? '') : '',
        userId: body.user.id,
        channelId: channelOf(press),
        via: 'button',
      });
      try {
        await answerPress(
          press,
          answer.message,
          isForThisPlace(answer, press) ? 'in place' : 'below',
        );
      } catch (error) {
        logger.error({ err: error }, 'answer to a choice not posted');
      }
    }),
  );
}

/** What is one person's own must not take the place of what all can see. */
function isForThisPlace({ kind }: Answer, press: Press): boolean {
  return kind !== 'private' || isSeenByOne(press);
}
