import type { types } from '@slack/bolt';
import { cleanLine, ellipsize } from '../text/plain.ts';
import type { Block, Message } from './message.ts';
import { Mrkdwn } from './mrkdwn.ts';

/** Limits of messages: https://docs.slack.dev/reference/block-kit/blocks */
export const LIMITS = {
  blocks: 50,
  viewBlocks: 100,
  headerText: 150,
  sectionText: 3000,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  actionElements: 25,
  // Slack cuts a message's text at 40,000 and asks for 4,000 at most.
  // https://docs.slack.dev/changelog/2018-truncating-really-long-messages
  messageText: 4000,
} as const;

/** Builds a message, cutting what exceeds Slack's limits. */
export function message(text: Mrkdwn, blocks: readonly (Block | readonly Block[])[]): Message {
  return { text: fit(text, LIMITS.messageText), blocks: blocks.flat().slice(0, LIMITS.blocks) };
}

/** The message with these blocks below it, for which what exceeds the limit makes room. */
export function below({ text, blocks }: Message, added: readonly Block[]): Message {
  return { text, blocks: [...blocks.slice(0, LIMITS.blocks - added.length), ...added] };
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) };
}

export function section(text: Mrkdwn): types.SectionBlock {
  return { type: 'section', text: mrkdwn(text) };
}

/** As many sections as the lines need; a line is never parted. */
export function sections(lines: readonly Mrkdwn[], separator = '\n'): types.SectionBlock[] {
  const chunks: string[] = [];
  for (const { source } of lines) {
    const last = chunks.at(-1);
    const joined = last === undefined ? source : `${last}${separator}${source}`;
    if (last === undefined || joined.length > LIMITS.sectionText) chunks.push(source);
    else chunks[chunks.length - 1] = joined;
  }
  return chunks.map((chunk) => section(Mrkdwn.trusted(chunk)));
}

export function context(text: Mrkdwn): types.ContextBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

/** Buttons in a row; nothing when there are none. */
export function actions(buttons: readonly (types.Button | undefined)[]): Block[] {
  const elements = buttons.filter((button) => button !== undefined).slice(0, LIMITS.actionElements);
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

/** A button that opens a page; nothing without an address, so that no button leads nowhere. */
export function linkButton(
  label: string,
  url: string | undefined,
  actionId: string,
  style?: 'primary',
): types.Button | undefined {
  if (url === undefined || url.length > LIMITS.url) return undefined;
  const text = plain(label, LIMITS.buttonText);
  return { type: 'button', text, url, action_id: actionId, ...(style && { style }) };
}

export function button(label: string, actionId: string, value: string): types.Button {
  const text = plain(label, LIMITS.buttonText);
  return { type: 'button', text, action_id: actionId, value: ellipsize(value, LIMITS.buttonValue) };
}

// Slack shows plain text as it is; a client that does not must find nothing to act upon either.
const CONTROL_SEQUENCE = /<(?=[!@#]|[a-z][a-z0-9+.-]*:)/giu;

/** Plain text without controls, cut to `max`. */
export function plain(text: string, max: number): types.PlainTextElement {
  // emoji: false keeps a title such as `:fire:` as it was typed.
  return { type: 'plain_text', text: plainText(text, max), emoji: false };
}

/** A text to copy: clients show it in a box with a button that does. */
export function codeBlock(...lines: readonly string[]): types.RichTextBlock {
  const room = Math.floor(LIMITS.sectionText / Math.max(lines.length, 1)) - 1;
  const text = lines.map((line) => plainText(line, room)).join('\n');
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}

function plainText(text: string, max: number): string {
  const harmless = cleanLine(text).replace(CONTROL_SEQUENCE, '‹');
  // Slack refuses an empty text.
  return ellipsize(harmless, max) || '(untitled)';
}

function mrkdwn(text: Mrkdwn): types.MrkdwnElement {
  // verbatim keeps Slack from making links and mentions out of plain text.
  return { type: 'mrkdwn', text: fit(text, LIMITS.sectionText) || ' ', verbatim: true };
}

/** Cuts to `max` at the last line that fits, so that no control sequence is parted. */
export function fit(text: Mrkdwn, max: number): string {
  if (text.source.length <= max) return text.source;
  const whole = text.source.slice(0, max - 2);
  const lineEnd = whole.lastIndexOf('\n');
  const safe = lineEnd > 0 ? whole.slice(0, lineEnd) : whole.replace(/(<[^>]*|&[^;]*)$/u, '');
  return `${safe}\n…`;
}
