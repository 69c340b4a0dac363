import type { App, webApi } from '@slack/bolt';
import { howto } from '../../commands/howto.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { GUIDE_ACTION } from '../../home/home-blocks.ts';
import { stampOf } from '../../messages/group-stamp.ts';
import { openModal } from '../open-modal.ts';
import type { HandleRequest } from '../ports.ts';

export interface GuideTools {
  readonly client: webApi.WebClient;
  readonly handle: HandleRequest;
}

/** Opens a guide of the Home tab in a modal. */
export function registerGuides(app: App, { client, handle }: GuideTools, inFlight: InFlight) {
  const pressed = { type: 'block_actions', action_id: new RegExp(`^${GUIDE_ACTION}-`) } as const;
  app.action(pressed, ({ action, body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const name = action.type === 'button' ? (action.value ?? '') : '';
      const asked = howto.invoke({ kind: 'guide in a modal', name });
      const groupId = stampOf(action.block_id);
      const handled = await handle({ asked, userId: body.user.id, groupId, via: 'home' });
      if (handled.answer.kind === 'modal') {
        await openModal(client, body.trigger_id, handled.answer.view, handled);
      }
    }),
  );
}
