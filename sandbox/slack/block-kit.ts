import { z } from 'zod';
import {
  feedbackButtons,
  id,
  image,
  imageBlock,
  inputElement,
  interactive,
  plainText,
  text,
} from './block-elements.ts';
import { richTextFields } from './rich-text.ts';

const ID_TAKEN = '`action_id` already exists in this block';

const section = z
  .strictObject({
    type: z.literal('section'),
    text: text(3000).optional(),
    fields: z.array(text(2000)).min(1).max(10).optional(),
    accessory: z.union([interactive, image]).optional(),
    block_id: id.optional(),
  })
  .refine((block) => block.text || block.fields, 'missing text or fields');

const actions = z
  .strictObject({
    type: z.literal('actions'),
    elements: z.array(interactive).min(1).max(25),
    block_id: id.optional(),
  })
  .refine(({ elements }) => haveOwnIds(elements), ID_TAKEN);

// https://docs.slack.dev/reference/block-kit/blocks/context-actions-block
const contextActions = z
  .strictObject({
    type: z.literal('context_actions'),
    elements: z.array(feedbackButtons).min(1).max(5),
    block_id: id.optional(),
  })
  .refine(({ elements }) => haveOwnIds(elements), ID_TAKEN);

const richText = z.strictObject({ ...richTextFields, block_id: id.optional() });

/** https://docs.slack.dev/reference/block-kit/blocks */
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText(150), block_id: id.optional() }),
  z.strictObject({ type: z.literal('divider'), block_id: id.optional() }),
  section,
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([text(3000), image]))
      .min(1)
      .max(10),
    block_id: id.optional(),
  }),
  actions,
  contextActions,
  imageBlock,
  richText,
  z.strictObject({
    type: z.literal('input'),
    label: plainText(2000),
    element: inputElement,
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    block_id: id.optional(),
  }),
]);

export type SlackBlock = z.infer<typeof block>;

/** https://docs.slack.dev/reference/views/modal-views */
export const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  close: plainText(24).optional(),
  submit: plainText(24).optional(),
  callback_id: id.optional(),
  private_metadata: z.string().max(3000).optional(),
  external_id: z.string().min(1).max(255).optional(),
  clear_on_close: z.boolean().optional(),
  blocks: z.unknown(),
});

const blocks = (max: number) =>
  z
    .array(block)
    .max(max)
    .refine(
      (list) => allDifferent(list.map(({ block_id }) => block_id)),
      '`block_id` already exists',
    );

export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;

export type BlocksResult =
  | { readonly ok: true; readonly blocks: readonly SlackBlock[] }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Checks blocks as Slack does; the errors read like those in its `invalid_blocks` responses. */
export function checkBlocks(value: unknown, max: number): BlocksResult {
  const parsed = blocks(max).safeParse(value);
  if (parsed.success) return { ok: true, blocks: parsed.data };
  const errors = parsed.error.issues.map(
    ({ message, path }) => `${message} [json-pointer:/blocks/${path.join('/')}]`,
  );
  return { ok: false, errors };
}

function haveOwnIds(elements: readonly { readonly action_id?: string | undefined }[]): boolean {
  return allDifferent(elements.map(({ action_id }) => action_id));
}

function allDifferent(names: readonly (string | undefined)[]): boolean {
  const given = names.filter((name) => name !== undefined);
  return new Set(given).size === given.length;
}
