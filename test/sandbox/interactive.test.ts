import { expect, it } from 'vitest';
import { z } from 'zod';
import { press } from '../../sandbox/slack/actions.ts';
import { checkBlocks, VIEW_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import type { ModalContent } from '../../sandbox/slack/modals.ts';
import { readModal } from '../../sandbox/slack/read-modal.ts';
import { useShortcut } from '../../sandbox/slack/shortcuts.ts';
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

it('feedback buttons tell the app which of them was pressed', async () => {
  const button = (text: string, value: string) => ({ text: { type: 'plain_text', text }, value });
  const element = {
    type: 'feedback_buttons',
    action_id: 'f',
    positive_button: button('Good', 'yes'),
    negative_button: button('Bad', 'no'),
  };
  const { workspace, told, tools } = someone();
  workspace.addChannel('C1', 'in', ['U1']);
  const blocks = blocksOf([{ type: 'context_actions', block_id: 'b', elements: [element] }]);
  const answer = workspace.post({ channel: 'C1', user: 'U2', isBot: true, text: 'x', blocks });
  await press(tools, 'U1', answer, 'f', ['no']);
  const { text } = element.negative_button;
  expect(told).toMatchObject([
    { actions: [{ type: 'feedback_buttons', action_id: 'f', block_id: 'b', value: 'no', text }] },
  ]);
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
  workspace.modals.open('U1', { ...labels, blocks: blocksOf(form) });
  await submitModal(tools, 'U1', { n: ['Ada'], k: ['two'], m: ['one'] });
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
            more: { m: { selected_options: [options[0]] } },
          },
        },
      },
    },
  ]);
  expect(workspace.modals.get('U1')).toBeUndefined();
});

it('a modal that the app rejects stays open, with the reasons', async () => {
  const { workspace, tools } = someone({
    response_action: 'errors',
    errors: { name: 'Too short.' },
  });
  const labels = { title: 'T', close: 'Close', submit: 'Go', callbackId: 'c', privateMetadata: '' };
  workspace.modals.open('U1', { ...labels, blocks: blocksOf(form) });
  const entered = { n: ['A'], k: ['one'], m: ['one'] };
  expect((await submitModal(tools, 'U1', entered)).errors).toEqual(['Too short.']);
  expect(workspace.modals.get('U1')).toMatchObject({ title: 'T' });
});

it('options that are not offered are rejected', () => {
  const element = { type: 'static_select', options, initial_option: option('three') };
  expect(checkBlocks([{ type: 'actions', elements: [element] }], VIEW_BLOCKS).ok).toBe(false);
});

const plainText = (text: string) => ({ type: 'plain_text', text });
const view = (title: string, more: object = {}) => ({
  type: 'modal',
  title: plainText(title),
  submit: plainText('Go'),
  blocks: [{ type: 'section', text: plainText(title) }],
  ...more,
});

it('pickers and addresses tell the app what was entered, or what they showed first', async () => {
  const { workspace, told, tools } = someone();
  const inputs = [
    { type: 'datepicker', action_id: 'date', initial_date: '2026-12-02' },
    { type: 'timepicker', action_id: 'time' },
    { type: 'url_text_input', action_id: 'link' },
    { type: 'static_select', action_id: 'zone', option_groups: [{ label, options }] },
  ];
  const blocks = inputs.map((element) => ({ type: 'input', label, element, optional: true }));
  workspace.modals.open('U1', modalOf(view('Pick', { blocks })));
  await submitModal(tools, 'U1', { time: ['09:30'], link: ['https://a.example'], zone: ['two'] });
  const entered = Object.assign({}, ...Object.values(told.map(valuesIn)[0] ?? {}));
  expect(entered).toMatchObject({
    date: { selected_date: '2026-12-02' },
    time: { selected_time: '09:30' },
    link: { value: 'https://a.example' },
    zone: { selected_option: options[1] },
  });
});

it.each([
  { type: 'datepicker', initial_date: '02.12.2026' },
  { type: 'timepicker', initial_time: '9:00' },
  { type: 'static_select' },
  { type: 'static_select', options, option_groups: [{ label, options }] },
])('%j is rejected', (element) => {
  expect(checkBlocks([{ type: 'actions', elements: [element] }], VIEW_BLOCKS).ok).toBe(false);
});

it('what is required is asked for before the app is told', async () => {
  const { workspace, told, tools } = someone();
  workspace.modals.open('U1', modalOf(view('Form', { blocks: form })));
  const { errors } = await submitModal(tools, 'U1', { n: ['Ada'] });
  expect(errors).toHaveLength(2);
  expect(told).toEqual([]);
});

it.each([
  [{ response_action: 'push', view: view('Second') }, ['Second', 'First']],
  [{ response_action: 'update', view: view('Instead') }, ['Instead', undefined]],
  [{ response_action: 'clear' }, [undefined, undefined]],
  [{ response_action: 'push', view: view('Last', { clear_on_close: true }) }, ['Last', undefined]],
])('a modal that the app answers with %j', async (answer, [on, below]) => {
  const { workspace, tools } = someone(answer);
  workspace.modals.open('U1', modalOf(view('First')));
  expect((await submitModal(tools, 'U1', {})).errors).toEqual([]);
  expect(workspace.modals.get('U1')?.title).toBe(on);
  workspace.modals.close('U1');
  expect(workspace.modals.get('U1')?.title).toBe(below);
});

it.each([
  { response_action: 'errors', errors: { nowhere: 'No such input.' } },
  { response_action: 'update', view: view('x'.repeat(25)) },
  { response_action: 'later' },
])('what Slack can’t make sense of is trouble, and the modal stays: %j', async (answer) => {
  const { workspace, tools } = someone(answer);
  workspace.modals.open('U1', modalOf(view('First')));
  expect((await submitModal(tools, 'U1', {})).errors[0]).toMatch(/trouble connecting/);
  expect(workspace.modals.get('U1')?.title).toBe('First');
});

it('a stack holds three modals, and each is updated by its ID', () => {
  const { workspace } = someone();
  const { modals } = workspace;
  const first = modals.open('U1', modalOf(view('1')));
  modals.push('U1', modalOf(view('2')));
  expect(modals.push('U1', modalOf(view('3')))?.rootId).toBe(first.id);
  expect(modals.push('U1', modalOf(view('4')))).toBeUndefined();
  modals.update('U1', first.id, modalOf(view('1 again')));
  expect(modals.get('U1')?.title).toBe('3');
  expect(modals.find({ id: first.id })?.modal.title).toBe('1 again');
});

it('shortcuts reach the app with their callback ID, if the manifest has them', async () => {
  const { told, tools } = someone();
  await useShortcut(tools, 'U1', 'schedule');
  expect(told).toMatchObject([{ type: 'shortcut', callback_id: 'schedule', user: { id: 'U1' } }]);
  expect(() => useShortcut(tools, 'U1', 'unknown')).toThrow(/no global shortcut/);
});

function modalOf(value: unknown): ModalContent {
  const read = readModal(value);
  if (!read.ok) throw new Error(read.errors.join());
  return read.content;
}

function valuesIn(payload: Record<string, unknown>): Record<string, object> {
  const schema = z.object({
    view: z.object({ state: z.object({ values: z.record(z.string(), z.looseObject({})) }) }),
  });
  return schema.parse(payload).view.state.values;
}
