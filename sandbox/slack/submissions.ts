import { z } from 'zod';
import type { InputElement } from './block-elements.ts';
import type { SlackBlock } from './block-kit.ts';
import { interactionOf, pickedOf } from './interactions.ts';
import type { PeopleTools } from './people.ts';
import { readModal } from './read-modal.ts';
import type { Delivery } from './transport.ts';
import { APP_ID, type Modal, TEAM } from './workspace.ts';

/** What was entered, by the input's action ID: one text, or the chosen values. */
export type Entered = Readonly<Record<string, readonly string[]>>;

/** What became of a submission. The errors are what the person reads below the inputs. */
export interface Submitted {
  /** Undefined if Slack's client didn't let it through. */
  readonly delivery: Delivery | undefined;
  readonly errors: readonly string[];
}

// https://docs.slack.dev/surfaces/modals#handling_submissions
const answer = z.discriminatedUnion('response_action', [
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

type Answer = z.infer<typeof answer>;

const TROUBLE = 'We had some trouble connecting. Try again?';

/**
 * Submits someone's open modal, if everything required is filled in. Inputs that are not entered keep their
 * initial values. The app may reject it, replace it or put another on top; otherwise it closes.
 */
export async function submitModal(
  tools: PeopleTools,
  userId: string,
  entered: Entered,
): Promise<Submitted> {
  const { workspace, transport } = tools;
  const modal = workspace.modals.get(userId);
  if (!modal) throw new Error('No modal is open.');
  if (modal.submit === undefined) throw new Error('This modal has nothing to submit.');
  const incomplete = missingIn(modal, entered);
  if (incomplete.length > 0) return { delivery: undefined, errors: incomplete };
  const delivery = await transport.deliver('interactive', {
    type: 'view_submission',
    ...interactionOf(tools, userId),
    view: viewOf(modal, entered),
  });
  if (delivery.kind !== 'acknowledged') return { delivery, errors: [TROUBLE] };
  return { delivery, errors: heed(tools, userId, modal, delivery.payload) };
}

/** A modal as interactions show it to the app. */
export function viewOf(modal: Modal, entered: Entered) {
  return {
    id: modal.id,
    team_id: TEAM.id,
    app_id: APP_ID,
    type: 'modal',
    callback_id: modal.callbackId,
    private_metadata: modal.privateMetadata,
    root_view_id: modal.rootId,
    hash: modal.hash,
    external_id: modal.externalId ?? '',
    blocks: modal.blocks,
    state: { values: statesOf(modal, entered) },
  };
}

/** Does what the app answered; returns the errors that the person reads. */
function heed(
  { workspace: { modals } }: PeopleTools,
  userId: string,
  modal: Modal,
  payload: unknown,
): readonly string[] {
  if (isEmpty(payload)) {
    modals.close(userId);
    return [];
  }
  const parsed = answer.safeParse(payload);
  if (!parsed.success) return [TROUBLE];
  return apply(modals, userId, modal, parsed.data);
}

function apply(
  modals: PeopleTools['workspace']['modals'],
  userId: string,
  modal: Modal,
  said: Answer,
): readonly string[] {
  switch (said.response_action) {
    case 'clear':
      modals.closeAll(userId);
      return [];
    case 'errors': {
      const inputs = inputsOf(modal).map(({ blockId }) => blockId);
      const known = Object.keys(said.errors).every((blockId) => inputs.includes(blockId));
      return known ? Object.values(said.errors) : [TROUBLE];
    }
    case 'push':
    case 'update': {
      const view = readModal(said.view);
      if (!view.ok) return [TROUBLE, ...view.errors];
      const shown =
        said.response_action === 'push'
          ? modals.push(userId, view.content)
          : modals.update(userId, modal.id, view.content);
      return shown ? [] : [TROUBLE];
    }
  }
}

function isEmpty(payload: unknown): boolean {
  if (payload === undefined || payload === '') return true;
  return typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0;
}

function inputsOf({ blocks }: Pick<Modal, 'blocks'>) {
  return blocks.flatMap((block, index) =>
    block.type === 'input' ? [{ blockId: block.block_id ?? `b${index}`, block }] : [],
  );
}

/** What Slack's client says about inputs that are empty and may not be. */
function missingIn(modal: Modal, entered: Entered): string[] {
  return inputsOf(modal).flatMap(({ block }) =>
    !block.optional && isBlank(block, entered) ? ['Please complete this required field.'] : [],
  );
}

type InputBlock = Extract<SlackBlock, { type: 'input' }>;

function isBlank({ element }: InputBlock, entered: Entered): boolean {
  const state = Object.values(stateOf(element, entered[element.action_id ?? ''])).slice(1);
  return state.every((value) => value === null || (Array.isArray(value) && value.length === 0));
}

function statesOf(modal: Modal, entered: Entered) {
  return Object.fromEntries(
    inputsOf(modal).map(({ blockId, block: { element } }) => {
      const actionId = element.action_id ?? '';
      return [blockId, { [actionId]: stateOf(element, entered[actionId]) }];
    }),
  );
}

function stateOf(element: InputElement, chosen: readonly string[] | undefined) {
  return { type: element.type, ...pickedOf(element, chosen) };
}
