import { IANAZone } from 'luxon';
import { z } from 'zod';
import { dateFormatProblem } from './date-token.ts';

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  underline: z.boolean().optional(),
  code: z.boolean().optional(),
  highlight: z.boolean().optional(),
  client_highlight: z.boolean().optional(),
});

const styled = { style: style.optional() };
const url = z.url().max(3000);

const richTextText = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  ...styled,
});

const link = z.strictObject({
  type: z.literal('link'),
  url,
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  ...styled,
});

/** https://docs.slack.dev/reference/block-kit/block-elements/date-element */
const date = z.strictObject({
  type: z.literal('date'),
  timestamp: z.int('must provide an integer'),
  format: z
    .string()
    .min(1)
    .refine((format) => dateFormatProblem(format) === undefined, {
      error: ({ input }) => dateFormatProblem(String(input)) ?? 'invalid format',
    }),
  timezone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'invalid timezone')
    .optional(),
  url: url.optional(),
  fallback: z.string().optional(),
  ...styled,
});

export type RichTextDate = z.infer<typeof date>;

const inline = z.discriminatedUnion('type', [
  richTextText,
  link,
  date,
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string().min(1),
    unicode: z.string().optional(),
    ...styled,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1), ...styled }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().min(1), ...styled }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string().min(1), ...styled }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    ...styled,
  }),
  z.strictObject({ type: z.literal('color'), value: z.string().min(1), ...styled }),
]);

export type RichTextInline = z.infer<typeof inline>;

const border = z.int().min(0).max(1).optional();

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

const container = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(section).min(1),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border,
  }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [richTextText, link])),
    language: z.string().optional(),
    border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
]);

export type RichTextContainer = z.infer<typeof container>;

/** A `rich_text` block, without the fields that all blocks have. */
export const richTextFields = {
  type: z.literal('rich_text'),
  elements: z.array(container).min(1),
} as const;
