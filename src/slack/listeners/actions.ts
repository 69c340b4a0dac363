import type { App } from '@slack/bolt';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { SHARE_ACTION, sharedBy } from '../../messages/share.ts';
import { contentOf } from '../content.ts';
import type { HandleRequest } from '../ports.ts';
import { unescapeText } from '../unescape.ts';

/** Answers presses of buttons. */
export function registerActions(app: App, handle: HandleRequest, inFlight: InFlight): void {
  app.action({ type: 'block_actions', action_id: SHARE_ACTION }, ({ action, body, ack, respond }) =>
    inFlight.run(async () => {
      await ack();
      const typed = action.type === 'button' ? (action.value ?? '') : '';
      const request = { asked: unescapeText(typed), userId: body.user.id, via: 'share' } as const;
      const { answer, logger } = await handle(request);
      try {
        if (answer.kind !== 'answer') {
          await respond({ replace_original: false, ...contentOf(answer.message) });
          return;
        }
        const shared = contentOf(sharedBy(answer.message, body.user.id));
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
