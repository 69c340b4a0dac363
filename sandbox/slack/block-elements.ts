import { z } from 'zod';
import { dateProblems } from './date-command.ts';

// Limits: https://docs.slack.dev/reference/block-kit/block-elements
export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
}

export function text(max: number) {
  const mrkdwn = z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max).superRefine(noteDates),
    verbatim: z.boolean().optional(),
  });
  return z.discriminatedUnion('type', [plainText(max), mrkdwn]);
}

function noteDates(text: string, context: z.RefinementCtx): void {
  for (const message of dateProblems(text)) context.addIssue({ code: 'custom', message });
}

export const id = z.string().min(1).max(255);
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

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: z.string().max(2000),
  accessibility_label: z.string().max(75).optional(),
});

// https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: id.optional(),
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

export type FeedbackButtons = z.infer<typeof feedbackButtons>;

const option = z.strictObject({
  text: text(75),
  value: z.string().min(1).max(150),
  description: text(75).optional(),
});

export type Option = z.infer<typeof option>;

/** Initial options must be among those offered. */
function offered(options: readonly Option[], initial: readonly Option[]): boolean {
  return initial.every((chosen) => options.some(({ value }) => value === chosen.value));
}

const NOT_OFFERED = 'initial options must be among the options';

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    action_id: id.optional(),
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).max(10).optional(),
  })
  .refine(({ options, initial_options = [] }) => offered(options, initial_options), NOT_OFFERED);

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    action_id: id.optional(),
    options: z.array(option).min(1).max(10),
    initial_option: option.optional(),
  })
  .refine(({ options, initial_option: one }) => offered(options, one ? [one] : []), NOT_OFFERED);

const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(option).min(1).max(100),
});

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: id.optional(),
    placeholder: plainText(150).optional(),
    options: z.array(option).min(1).max(100).optional(),
    option_groups: z.array(optionGroup).min(1).max(100).optional(),
    initial_option: option.optional(),
  })
  .refine(
    ({ options, option_groups }) => (options === undefined) !== (option_groups === undefined),
    'must have either options or option_groups',
  )
  .refine(
    ({ options, option_groups = [], initial_option: one }) =>
      offered(options ?? option_groups.flatMap((group) => group.options), one ? [one] : []),
    NOT_OFFERED,
  );

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: id.optional(),
  placeholder: plainText(150).optional(),
  initial_date: z.iso.date('must be a date as YYYY-MM-DD').optional(),
});

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  action_id: id.optional(),
  placeholder: plainText(150).optional(),
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: z.string().optional(),
});

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id.optional(),
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  placeholder: plainText(150).optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
});

const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  action_id: id.optional(),
  initial_value: z.string().max(3000).optional(),
  placeholder: plainText(150).optional(),
});

const imageFacts = { image_url: webUrl, alt_text: z.string().min(1).max(2000) };

export const image = z.strictObject({ type: z.literal('image'), ...imageFacts });

/** Elements for a block of their own. */
export const imageBlock = z.strictObject({
  type: z.literal('image'),
  ...imageFacts,
  title: plainText(2000).optional(),
  block_id: id.optional(),
});

const choices = [checkboxes, radioButtons, staticSelect, datepicker, timepicker] as const;

/** What can be pressed, set or chosen, and reaches the app immediately. */
export const interactive = z.discriminatedUnion('type', [button, ...choices]);

export type Interactive = z.infer<typeof interactive>;

/** What a modal asks for, and reaches the app when it is submitted. */
export const inputElement = z.discriminatedUnion('type', [plainTextInput, urlInput, ...choices]);

export type InputElement = z.infer<typeof inputElement>;
