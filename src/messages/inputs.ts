import type { types } from '@slack/bolt';
import { plain } from './blocks.ts';

// https://docs.slack.dev/reference/block-kit/blocks/input-block
const MAX_LABEL = 2000;
const MAX_OPTION = 75;
const MAX_PLACEHOLDER = 150;

interface InputWords {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
}

type InputElement = types.InputBlock['element'];

/** One input of a modal. Its ID names both its block and its element. */
export function input<Element extends InputElement>(
  id: string,
  { label, hint, optional }: InputWords,
  element: Element,
): types.InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, MAX_LABEL),
    element: { ...element, action_id: id },
    ...(hint !== undefined && { hint: plain(hint, MAX_LABEL) }),
    ...(optional && { optional }),
  };
}

export function textInput(initial?: string, placeholder?: string): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    ...(initial !== undefined && { initial_value: initial }),
    ...(placeholder !== undefined && { placeholder: plain(placeholder, MAX_PLACEHOLDER) }),
  };
}

export function linkInput(initial?: string): types.URLInput {
  return { type: 'url_text_input', ...(initial !== undefined && { initial_value: initial }) };
}

/** `initial` as YYYY-MM-DD. */
export function datePicker(initial?: string): types.Datepicker {
  return { type: 'datepicker', ...(initial !== undefined && { initial_date: initial }) };
}

/** `initial` as HH:MM. */
export function timePicker(initial?: string): types.Timepicker {
  return { type: 'timepicker', ...(initial !== undefined && { initial_time: initial }) };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function option({ value, label }: Choice): types.PlainTextOption {
  return { text: plain(label, MAX_OPTION), value };
}

/** A menu with one choice. */
export function menu(choices: readonly Choice[], initial?: string): types.StaticSelect {
  return { type: 'static_select', options: choices.map(option), ...initialOf(choices, initial) };
}

/** A menu whose choices are in groups. */
export function groupedMenu(
  groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[],
  initial?: string,
): types.StaticSelect {
  return {
    type: 'static_select',
    option_groups: groups.map(({ label, choices }) => ({
      label: plain(label, MAX_OPTION),
      options: choices.map(option),
    })),
    ...initialOf(
      groups.flatMap(({ choices }) => choices),
      initial,
    ),
  };
}

export function radioButtons(choices: readonly Choice[], initial?: string): types.RadioButtons {
  return { type: 'radio_buttons', options: choices.map(option), ...initialOf(choices, initial) };
}

function initialOf(choices: readonly Choice[], initial: string | undefined) {
  const chosen = choices.find(({ value }) => value === initial);
  return chosen ? { initial_option: option(chosen) } : {};
}
