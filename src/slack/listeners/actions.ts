import type { Clock } from '../../clock.ts';
import { ASK_ACTION } from '../../commands/first-questions.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { SHARE_ACTION, sharedBy, sharedJustNow } from '../../messages/share.ts';
import { answerPress, channelOf, type Press, threadOf } from '../answer-press.ts';
import { contentOf } from '../content.ts';
import type { HandleRequest } from '../ports.ts';
import { sharingLimit } from '../sharing-limit.ts';
import { unescapeText } from '../unescape.ts';
import type { Buttons } from './buttons.ts';

export interface ActionTools {
  readonly handle: HandleRequest;
  readonly clock: Clock;
}

/** Answers presses of buttons that ask something, or share an answer. */
export function registerActions(
  buttons: Buttons,
  { handle, clock }: ActionTools,
  inFlight: InFlight,
): void {
  const limit = sharingLimit();

  async function share(press: Press, asked: string, userId: string): Promise<void> {
    const { answer, logger } = await handle({
      asked,
      userId,
      channelId: channelOf(press),
      via: 'share',
    });
    try {
      if (answer.kind !== 'answer') {
        await answerPress(press, answer.message);
        return;
      }
      if (!limit.take(userId, clock.now())) {
        await answerPress(press, sharedJustNow());
        return;
      }
      const shared = contentOf(sharedBy(answer.message, userId));
      const everyone = { response_type: 'in_channel', replace_original: false } as const;
      await press.respond({ ...everyone, ...threadOf(press), ...shared });
      // All see it now; the private copy with its button would only invite a second press.
      await press.respond({ delete_original: true });
    } catch (error) {
      limit.giveBack(userId);
      logger.error({ err: error }, 'answer not shared');
    }
  }

  buttons.on(SHARE_ACTION, ({ action, body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const typed = action.type === 'button' ? (action.value ?? '') : '';
      await share({ body, respond }, unescapeText(typed), body.user.id);
    }),
  );

  buttons.on({ prefix: ASK_ACTION }, ({ action, body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const asked = action.type === 'button' ? (action.value ?? '') : '';
      const { answer, logger } = await handle({
        asked,
        userId: body.user.id,
        channelId: channelOf({ body }),
        via: 'button',
      });
      try {
        await answerPress({ body, respond }, answer.message);
      } catch (error) {
        logger.error({ err: error }, 'answer to a button not posted');
      }
    }),
  );

  // A button with a link sends its press as well, and Slack warns the user unless it is acknowledged.
  buttons.on({ prefix: 'open-' }, async ({ ack }) => {
    await ack();
  });
}
