import type { webApi } from '@slack/bolt';
import { howto } from '../../commands/howto.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import type { Group } from '../../group/schema.ts';
import { GUIDE_ACTION } from '../../home/home-blocks.ts';
import { openModal } from '../open-modal.ts';
import type { HandleRequest } from '../ports.ts';
import type { Buttons } from './buttons.ts';

export interface GuideTools {
  readonly group: Group;
  readonly client: webApi.WebClient;
  readonly handle: HandleRequest;
}

/** Opens a guide of the Home tab in a modal. */
export function registerGuides(
  buttons: Buttons,
  { group, client, handle }: GuideTools,
  inFlight: InFlight,
) {
  buttons.on({ prefix: `${GUIDE_ACTION}-` }, ({ action, body, ack }) =>
    inFlight.run(async () => {
      await ack();
      const name = action.type === 'button' ? action.value : undefined;
      const guide = group.guides.find((one) => one.name === name);
      // A Home tab from before the group file changed may offer a guide that is gone.
      if (!guide) return;
      const asked = howto.invoke({ kind: 'guide in a modal', guide });
      const handled = await handle({ asked, userId: body.user.id, via: 'home' });
      if (handled.answer.kind === 'modal') {
        await openModal(client, body.trigger_id, handled.answer.view, handled);
      }
    }),
  );
}
