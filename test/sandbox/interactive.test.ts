import { expect, it } from 'vitest';
import { press } from '../../sandbox/slack/actions.ts';
import { checkBlocks, VIEW_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import { submitModal } from '../../sandbox/slack/submissions.ts';
import { someone } from '../support/someone.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const options = [option('one'), option('two')];
const label = { type: 'plain_text', text: 'Label' };

function blocksOf(value: unknown) {
  const checked = checkBlocks(value, VIEW_BLOCKS);
  if (!checked.ok) throw new Error(checked.errors.join('\n'));
  return checked.blocks;
}

it.each([
  [{ type: 'static_select', action_id: 'a', options }, { selected_option: options[1] }],
  [{ type: 'radio_buttons', action_id: 'a', options }, { selected_option: options[1] }],
  [{ type: 'checkboxes', action_id: 'a', options }, { selected_options: [options[1]] }],
])('%j tells the app what was chosen', async (element, chosen) => {
  for (const block of [
    { type: 'actions', elements: [element] },
    { type: 'section', text: label, accessory: element },
  ]) {
    const { workspace, told, tools } = someone();
    workspace.publishHome('U1', blocksOf([block]));
    await press(tools, 'U1', 'home', 'a', ['two']);
    expect(told).toMatchObject([
      { type: 'block_actions', actions: [{ action_id: 'a', ...chosen }] },
    ]);
  }
});

const form = [
  { type: 'input', block_id: 'name', label, element: { type: 'plain_text_input', action_id: 'n' } },
  {
    type: 'input',
    block_id: 'kind',
    label,
    element: { type: 'static_select', action_id: 'k', options },
  },
  {
    type: 'input',
    block_id: 'more',
    label,
    element: { type: 'checkboxes', action_id: 'm', options },
  },
];

it('a modal tells the app what was entered, and closes', async () => {
  const { workspace, told, tools } = someone();
  const labels = {
    title: 'T',
    close: 'Close',
    submit: 'Go',
    callbackId: 'c',
    privateMetadata: 'p',
  };
  workspace.openModal('U1', { ...labels, blocks: blocksOf(form) });
  await submitModal(tools, 'U1', { n: ['Ada'], k: ['two'] });
  expect(told).toMatchObject([
    {
      type: 'view_submission',
      view: {
        callback_id: 'c',
        private_metadata: 'p',
        state: {
          values: {
            name: { n: { value: 'Ada' } },
            kind: { k: { selected_option: options[1] } },
            more: { m: { selected_options: [] } },
          },
        },
      },
    },
  ]);
  expect(workspace.modals.size).toBe(0);
});

it('a modal that the app rejects stays open, with the reasons', async () => {
  const { workspace, tools } = someone({
    response_action: 'errors',
    errors: { name: 'Too short.' },
  });
  const labels = { title: 'T', close: 'Close', submit: 'Go', callbackId: 'c', privateMetadata: '' };
  workspace.openModal('U1', { ...labels, blocks: blocksOf(form) });
  expect((await submitModal(tools, 'U1', {})).errors).toEqual(['Too short.']);
  expect(workspace.modals.size).toBe(1);
});

it('options that are not offered are rejected', () => {
  const element = { type: 'static_select', options, initial_option: option('three') };
  expect(checkBlocks([{ type: 'actions', elements: [element] }], VIEW_BLOCKS).ok).toBe(false);
});
