import { type RichText, withStruckParts } from './rich-text.ts';
import { type Token, tokensOf } from './tokens.ts';

// A label is near its link; text further away is about something else.
const MAX_LABEL_LENGTH = 160;

/** How a statement about the link before it begins. */
export const PREDICATE =
  "(?:is|was|has been|no longer|used to|does not|doesn['’]t|will not|won['’]t|ist|n['’]est)\\b";
// What is said of the last link says nothing about the next: “(no longer used)”, “is cancelled”.
const ABOUT_LAST = new RegExp(`^[\\s~]*(?:\\([^)\\n]*\\)|${PREDICATE}[^,.;)\\n]*)[,.;)]*`, 'u');

/** A link in a text, and the words that say what it is. */
export interface Mention {
  readonly url: URL;
  /** Its own text; empty if that is just the address. */
  readonly label: string;
  /** The words before it, on its line or, if it is alone there, on the line before. */
  readonly before: string;
  /** The words after it on its line. */
  readonly after: string;
  readonly struck: boolean;
  /** Typed without a scheme: a link only if its host is known. */
  readonly bare: boolean;
}

/** The links in a text, in order. */
export function mentionsIn(text: RichText): Mention[] {
  const tokens = tokensOf(withStruckParts(text));
  const reader = { line: '', lineBefore: '', follows: false };
  return tokens.flatMap((token, index) => {
    if (token.kind === 'text') {
      readText(reader, reader.follows ? token.text.replace(ABOUT_LAST, '') : token.text);
      return [];
    }
    const before = leadingWords(reader);
    reader.line = '';
    reader.follows = true;
    const { url, struck, bare, label } = token;
    const ownText = bare || /^https?:/iu.test(label.trim()) ? '' : label;
    return [{ url, label: ownText, before, after: trailingWords(tokens[index + 1]), struck, bare }];
  });
}

interface Reader {
  /** The text on this line since its start or its last link. */
  line: string;
  lineBefore: string;
  /** Whether this line has had a link. */
  follows: boolean;
}

function readText(reader: Reader, text: string): void {
  const [rest = '', ...lines] = text.split('\n');
  reader.line += rest;
  for (const line of lines) {
    // There may be a blank line between a heading and its link.
    if (reader.follows) reader.lineBefore = '';
    else if (hasWords(reader.line)) reader.lineBefore = reader.line;
    reader.line = line;
    reader.follows = false;
  }
}

function leadingWords({ line, lineBefore, follows }: Reader): string {
  if (hasWords(line)) return lastClause(line);
  // A list item is one of many, so a heading above doesn't name it.
  const isItem = /^\s*(?:[*•\-–+]|\d+[.)])\s/u.test(line);
  return follows || isItem ? '' : lastClause(lineBefore);
}

function lastClause(text: string): string {
  const near = text.slice(-MAX_LABEL_LENGTH);
  const sentence = near.split(/[.;!?]\s+|[。；！？]/u).at(-1) ?? '';
  return (
    sentence
      .split(/\s[|•·]\s/u)
      .findLast(hasWords)
      ?.trim() ?? ''
  );
}

function trailingWords(next: Token | undefined): string {
  if (next?.kind !== 'text') return '';
  const [clause = ''] = next.text.slice(0, MAX_LABEL_LENGTH).split(/[.;!?](?:\s|$)|[。；！？\n]/u);
  return clause.trim();
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}
