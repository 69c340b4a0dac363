import { compile, type FormatCallback } from 'html-to-text';
import { type Mention, mentionsIn } from '../calendar/links/mentions.ts';
import type { RichText, TextRun } from '../calendar/links/rich-text.ts';
import { written } from '../calendar/links/written.ts';
import { oncePerText } from '../text/once-per-text.ts';
import { cleanText } from '../text/plain.ts';

// Google allows 8,192 characters; an imported event may have more.
const MAX_LENGTH = 20_000;

// Private-use characters, which no text needs, mark links and struck-out parts in the flattened text.
const [OPEN, READ, CLOSE] = ['\ue000', '\ue001', '\ue002'];
const ANY_MARK = /[\ue000-\ue002]/gu;
const MARKS = /(\ue000[\w-]*\ue001|\ue002)/u;

const markLink: FormatCallback = (element, walk, builder) => {
  const href = Buffer.from(String(element.attribs?.href ?? '')).toString('base64url');
  builder.addInline(OPEN + href + READ, { noWordTransform: true });
  walk(element.children ?? [], builder);
  builder.addInline(CLOSE);
};

const markStruck: FormatCallback = (element, walk, builder) => {
  builder.addInline(OPEN + READ);
  walk(element.children ?? [], builder);
  builder.addInline(CLOSE);
};

const markStruckLink: FormatCallback = (element, walk, builder, options) => {
  builder.addInline(OPEN + READ);
  markLink(element, walk, builder, options);
  builder.addInline(CLOSE);
};

const STRUCK_STYLE = '[style*="line-through"]';

function converter(preserveNewlines: boolean) {
  return compile({
    wordwrap: false,
    preserveNewlines,
    // The converter recurses into elements, and anyone may nest them.
    limits: { maxDepth: 40 },
    formatters: { markLink, markStruck, markStruckLink },
    selectors: [
      { selector: 'a', format: 'markLink' },
      { selector: `a${STRUCK_STYLE}`, format: 'markStruckLink' },
      ...['s', 'strike', 'del', `span${STRUCK_STYLE}`].map((selector) => ({
        selector,
        format: 'markStruck',
      })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'img', format: 'skip' },
    ],
  });
}

const fromHtml = converter(false);
const fromLines = converter(true);

// Tags that break lines. Without any, the line breaks of the text itself count.
const BREAKING_TAG = /<(?:br|p|div|li|ul|ol|h[1-6]|table|tr|blockquote|pre)\b/iu;
// People type `<user@example.com>` and `<https://…>` into a field that Google treats as HTML.
const NOT_A_TAG = /<(?!\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>|!--)/giu;
// HTML decodes `&reg` even without a semicolon, as in the address `…?zone=eu&region=1`.
const NOT_AN_ENTITY = /&(?!#?[a-z0-9]{1,31};)/giu;

/** What a description says. */
export interface Description {
  /** For display; a link reads `label (https://…)`. */
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** Parses descriptions, each text only once: the occurrences of a series share theirs. */
export function descriptionReader(): (html: string) => Description {
  return oncePerText((html) => {
    const runs = descriptionRuns(html);
    return { text: cleanText(written(runs)), mentions: mentionsIn(runs) };
  });
}

/** The text of a calendar description, with its links. Plain text keeps its lines. */
export function descriptionRuns(html: string): RichText {
  const source = html
    .slice(0, MAX_LENGTH)
    .replace(ANY_MARK, '')
    .replace(NOT_A_TAG, '&lt;')
    .replace(NOT_AN_ENTITY, '&amp;');
  const convert = BREAKING_TAG.test(source) ? fromHtml : fromLines;
  return runsOf(convert(source));
}

function runsOf(marked: string): RichText {
  const runs: TextRun[] = [];
  const open: string[] = [];
  for (const part of marked.split(MARKS)) {
    if (part.startsWith(OPEN)) open.push(part.slice(1, -1));
    else if (part === CLOSE) open.pop();
    else if (part !== '') runs.push(runOf(part.replace(ANY_MARK, ''), open));
  }
  return runs;
}

function runOf(text: string, open: readonly string[]): TextRun {
  const href = open.findLast((mark) => mark !== '');
  const struck = open.includes('');
  return {
    text,
    struck,
    ...(href !== undefined && { href: Buffer.from(href, 'base64url').toString() }),
  };
}
