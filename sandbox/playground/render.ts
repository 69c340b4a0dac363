import type { FeedbackButtons, Interactive, Option } from '../slack/block-elements.ts';
import type { SlackBlock } from '../slack/block-kit.ts';
import { replaceDates } from '../slack/date-command.ts';
import { optionsOf } from '../slack/interactions.ts';
import { interactiveIn } from '../slack/interactive.ts';
import type { StoredMessage } from '../slack/workspace.ts';
import { dateFor, type Reader } from './reader.ts';
import { linkText, renderRichText } from './render-rich-text.ts';

/** A message as plain text, times in the reader's zone. */
export function renderMessage(message: StoredMessage, reader: Reader): string {
  if (message.blocks.length === 0) return renderMrkdwn(message.text, reader);
  return message.blocks
    .map((block) => renderBlock(block, reader))
    .filter((text) => text !== '')
    .join('\n\n');
}

function renderBlock(block: SlackBlock, reader: Reader): string {
  switch (block.type) {
    case 'header':
      return `${block.text.text}\n${'='.repeat(Math.min(block.text.text.length, 60))}`;
    case 'divider':
      return '----';
    case 'section': {
      const texts = [...(block.text ? [block.text] : []), ...(block.fields ?? [])];
      const lines = texts.map((text) => renderText(text, reader));
      return [...lines, ...interactiveIn(block).map(renderElement)].join('\n');
    }
    case 'context':
      return block.elements
        .map((element) =>
          element.type === 'image' ? element.alt_text : renderText(element, reader),
        )
        .join(' ');
    case 'image':
      return block.alt_text;
    case 'rich_text':
      return block.elements.map((part) => renderRichText(part, reader)).join('\n');
    case 'input':
      return `${block.label.text}: …`;
    case 'actions':
    case 'context_actions':
      return block.elements.map(renderElement).join('\n');
  }
}

function renderElement(element: Interactive | FeedbackButtons): string {
  switch (element.type) {
    case 'button':
      return `[${element.text.text}]${element.url === undefined ? '' : ` ${element.url}`}`;
    case 'feedback_buttons':
      return `[${element.positive_button.text.text}] [${element.negative_button.text.text}]`;
    case 'checkboxes': {
      const chosen = new Set(element.initial_options?.map(({ value }) => value));
      return element.options
        .map(({ text, value }) => `[${chosen.has(value) ? 'x' : ' '}] ${text.text}`)
        .join('\n');
    }
    case 'radio_buttons':
      return optionLines(element.options, element.initial_option?.value);
    case 'static_select':
      return optionLines(optionsOf(element), element.initial_option?.value);
    case 'datepicker':
      return element.initial_date ?? 'no date';
    case 'timepicker':
      return element.initial_time ?? 'no time';
  }
}

function optionLines(options: readonly Option[], chosen: string | undefined): string {
  return options
    .map(({ text, value }) => `(${value === chosen ? 'x' : ' '}) ${text.text}`)
    .join('\n');
}

function renderText(text: { type: 'plain_text' | 'mrkdwn'; text: string }, reader: Reader): string {
  return text.type === 'plain_text' ? text.text : renderMrkdwn(text.text, reader);
}

/** Slack's mrkdwn as plain text: tokens and links written out, bold removed, strikethrough kept. */
function renderMrkdwn(source: string, reader: Reader): string {
  return replaceDates(source, (date) => linkText(dateFor(reader, date), date.link))
    .replace(/<(https?:[^|>]+|mailto:[^|>]+)\|([^>]*)>/gu, (_, url: string, label: string) =>
      linkText(label, url),
    )
    .replace(/<@(\w+)>/gu, '@$1')
    .replace(/<([^!][^>]*)>/gu, '$1')
    .replace(/(?<=^|[\s~(])\*([^*\n]+)\*/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
