import { z } from 'zod';
import type { InputElement } from './block-elements.ts';
import { chosenOf, interactionOf } from './interactions.ts';
import type { PeopleTools } from './people.ts';
import type { Delivery } from './transport.ts';
import type { Modal } from './workspace.ts';

/** What was entered, by the input's action ID: one text, or the chosen values. */
export type Entered = Readonly<Record<string, readonly string[]>>;

const refusal = z.object({
  response_action: z.literal('errors'),
  errors: z.record(z.string(), z.string()),
});

/**
 * Submits someone's open modal. If the app rejects it with errors, they are returned; otherwise it
 * closes. https://docs.slack.dev/surfaces/modals#handling_submissions
 */
export async function submitModal(
  tools: PeopleTools,
  userId: string,
  entered: Entered,
): Promise<{ readonly delivery: Delivery; readonly errors: readonly string[] }> {
  const { workspace, transport } = tools;
  const modal = workspace.modals.get(userId);
  if (!modal) throw new Error('No modal is open.');
  const delivery = await transport.deliver('interactive', {
    type: 'view_submission',
    ...interactionOf(tools, userId),
    view: {
      id: `V${userId.slice(1)}M`,
      type: 'modal',
      callback_id: modal.callbackId,
      private_metadata: modal.privateMetadata,
      blocks: modal.blocks,
      state: { values: statesOf(modal, entered) },
    },
  });
  const payload = delivery.kind === 'acknowledged' ? delivery.payload : undefined;
  const errors = Object.values(refusal.safeParse(payload).data?.errors ?? {});
  if (delivery.kind === 'acknowledged' && errors.length === 0) workspace.closeModal(userId);
  return { delivery, errors };
}

function statesOf({ blocks }: Modal, entered: Entered) {
  const inputs = blocks.flatMap((block, index) =>
    block.type === 'input'
      ? [{ blockId: block.block_id ?? `b${index}`, element: block.element }]
      : [],
  );
  return Object.fromEntries(
    inputs.map(({ blockId, element }) => {
      const actionId = element.action_id ?? '';
      return [blockId, { [actionId]: stateOf(element, entered[actionId]) }];
    }),
  );
}

function stateOf(element: InputElement, chosen: readonly string[] = []) {
  const { type } = element;
  return type === 'plain_text_input'
    ? { type, value: chosen[0] || null }
    : { type, ...chosenOf(element, chosen) };
}
