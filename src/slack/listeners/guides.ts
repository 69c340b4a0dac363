import type { webApi } from '@slack/bolt';
import { howto } from '../../commands/howto.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { GUIDE_ACTION } from '../../home/home-blocks.ts';
import { stampOf } from '../../messages/group-stamp.ts';
import { openModal } from '../open-modal.ts';
import type { HandleRequest } from '../ports.ts';
import type { Buttons } from './buttons.ts';

export interface GuideTools {
  readonly client: webApi.WebClient;
  readonly handle: HandleRequest;
}

/** Opens a guide of the Home tab in a modal. */
export function registerGuides(
  buttons: Buttons,
  { client, handle }: GuideTools,
  inFlight: InFlight,
): void {
  buttons.on({ prefix: `${GUIDE_ACTION}-` }, ({ action, body, ack }) =>
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
