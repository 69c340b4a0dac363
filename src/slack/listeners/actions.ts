import type { App } from '@slack/bolt';
import type { Answerer } from '../../app/handle-request.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { SHARE_ACTION, sharedBy } from '../../messages/share.ts';
import { contentOf } from '../content.ts';
import { unescapeText } from '../unescape.ts';

/** Answers presses of buttons. */
export function registerActions(app: App, answer: Answerer, inFlight: InFlight): void {
  app.action({ type: 'block_actions', action_id: SHARE_ACTION }, ({ action, body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const asked = 'value' in action && typeof action.value === 'string' ? action.value : '';
      const question = { text: unescapeText(asked), userId: body.user.id, via: 'share' } as const;
      const { answer: given, logger } = await answer(question);
      try {
        if (given.kind !== 'answer') {
          await respond({ replace_original: false, ...contentOf(given.message) });
          return;
        }
        const shared = contentOf(sharedBy(given.message, body.user.id));
        await respond({ response_type: 'in_channel', replace_original: false, ...shared });
        // All see it now; the private copy with its button would only invite a second press.
        await respond({ delete_original: true });
      } catch (error) {
        logger.error({ err: error }, 'answer not shared');
      }
    }),
  );

  // A button with a link sends its press as well, and Slack warns the user unless it is acknowledged.
  app.action({ type: 'block_actions', action_id: /^open-/ }, async ({ ack }) => {
    await ack();
  });
}
