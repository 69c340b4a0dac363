import { z } from 'zod';

// Limits: https://docs.slack.dev/reference/block-kit
const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
const text = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
const id = z.string().min(1).max(255);
const webUrl = z.url().max(3000);

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: id.optional(),
  url: webUrl.optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});
const option = z.strictObject({
  text: text(75),
  value: z.string().min(1).max(150),
  description: text(75).optional(),
});
const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    action_id: id.optional(),
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).max(10).optional(),
  })
  .refine(
    ({ options, initial_options = [] }) =>
      initial_options.every((chosen) => options.some(({ value }) => value === chosen.value)),
    'initial_options must be among the options',
  );
const image = z.strictObject({
  type: z.literal('image'),
  image_url: webUrl,
  alt_text: z.string().min(1).max(2000),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText(150), block_id: id.optional() }),
  z.strictObject({ type: z.literal('divider'), block_id: id.optional() }),
  z
    .strictObject({
      type: z.literal('section'),
      text: text(3000).optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: z.discriminatedUnion('type', [button, image]).optional(),
      block_id: id.optional(),
    })
    .refine((section) => section.text || section.fields, 'missing text or fields'),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([text(3000), image]))
      .min(1)
      .max(10),
    block_id: id.optional(),
  }),
  z
    .strictObject({
      type: z.literal('actions'),
      elements: z
        .array(z.discriminatedUnion('type', [button, checkboxes]))
        .min(1)
        .max(25),
      block_id: id.optional(),
    })
    .refine(
      ({ elements }) => allDifferent(elements.map((element) => element.action_id)),
      '`action_id` already exists in this block',
    ),
]);

export type SlackBlock = z.infer<typeof block>;

/** https://docs.slack.dev/reference/views/modal-views */
export const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  close: plainText(24).optional(),
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

/** Checks blocks as Slack does; the errors read as those of its `invalid_blocks` answers. */
export function checkBlocks(value: unknown, max: number): BlocksResult {
  const parsed = blocks(max).safeParse(value);
  if (parsed.success) return { ok: true, blocks: parsed.data };
  const errors = parsed.error.issues.map(
    ({ message, path }) => `${message} [json-pointer:/blocks/${path.join('/')}]`,
  );
  return { ok: false, errors };
}

function allDifferent(names: readonly (string | undefined)[]): boolean {
  const given = names.filter((name) => name !== undefined);
  return new Set(given).size === given.length;
}
