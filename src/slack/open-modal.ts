import type { types, webApi } from '@slack/bolt';
import type { Handled } from './ports.ts';

/**
 * Opens a modal for someone who typed or pressed something less than three seconds ago; `push`: on top of the
 * modal that they pressed it in.
 */
export async function openModal(
  client: webApi.WebClient,
  triggerId: string,
  view: types.ModalView,
  { logger }: Handled,
  where: 'open' | 'push' = 'open',
): Promise<void> {
  try {
    await client.views[where]({ trigger_id: triggerId, view });
  } catch (error) {
    logger.error({ err: error }, 'modal not opened');
  }
}
