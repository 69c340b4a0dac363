import type { RichTextContainer, RichTextInline } from '../slack/rich-text.ts';
import { dateFor, type Reader } from './reader.ts';

/** One part of a `rich_text` block as plain text. */
export function renderRichText(container: RichTextContainer, reader: Reader): string {
  switch (container.type) {
    case 'rich_text_section':
    case 'rich_text_preformatted':
      return renderInlines(container.elements, reader);
    case 'rich_text_quote':
      return renderInlines(container.elements, reader).replace(/^/gmu, '> ');
    case 'rich_text_list': {
      const { elements, indent = 0, offset = 0, style } = container;
      return elements
        .map((item, index) => {
          const mark = style === 'ordered' ? `${offset + index + 1}.` : '•';
          return `${'  '.repeat(indent)}${mark} ${renderInlines(item.elements, reader)}`;
        })
        .join('\n');
    }
  }
}

function renderInlines(inlines: readonly RichTextInline[], reader: Reader): string {
  return inlines.map((inline) => renderInline(inline, reader)).join('');
}

function renderInline(inline: RichTextInline, reader: Reader): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'link':
      return linkText(inline.text, inline.url);
    case 'date':
      return linkText(dateFor(reader, inline), inline.url);
    case 'emoji':
      return `:${inline.name}:`;
    case 'user':
      return `@${inline.user_id}`;
    case 'usergroup':
      return `@${inline.usergroup_id}`;
    case 'channel':
      return `#${inline.channel_id}`;
    case 'broadcast':
      return `@${inline.range}`;
    case 'color':
      return inline.value;
  }
}

/** A link written out. */
export function linkText(label: string | undefined, url: string | undefined): string {
  if (url === undefined) return label ?? '';
  return label === undefined || label === '' || label === url ? url : `${label} (${url})`;
}
