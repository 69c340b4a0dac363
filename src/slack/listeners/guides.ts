import type { App, webApi } from '@slack/bolt';
import type { Answerer } from '../../app/handle-request.ts';
import { GUIDE_ACTION } from '../../commands/home-blocks.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { modalOf } from '../../messages/modal.ts';

/** Opens a guide of the Home tab in a modal. */
export function registerGuides(
  app: App,
  client: webApi.WebClient,
  answer: Answerer,
  inFlight: InFlight,
): void {
  const pressed = { type: 'block_actions', action_id: new RegExp(`^${GUIDE_ACTION}-`) } as const;
  app.action(pressed, ({ action, body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const name = action.type === 'button' ? (action.value ?? '') : '';
      const question = { text: `howto ${name}`, userId: body.user.id, via: 'home' } as const;
      const { answer: given, logger } = await answer(question);
      try {
        await client.views.open({
          trigger_id: body.trigger_id,
          view: modalOf('How to', given.message),
        });
      } catch (error) {
        logger.error({ err: error }, 'guide not opened');
      }
    }),
  );
}
