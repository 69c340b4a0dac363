import type { RichText } from './rich-text.ts';
import { type Token, tokensOf } from './tokens.ts';

// A label stands near its link; what is further away speaks of something else.
const MAX_LABEL_LENGTH = 160;

/** A link in a text, and the words that tell what it is. */
export interface Mention {
  readonly url: URL;
  /** Its own text; empty when that is the address. */
  readonly label: string;
  /** The words that lead to it, on its line or, when it stands alone there, on the line before. */
  readonly before: string;
  /** The words behind it on its line. */
  readonly after: string;
  readonly struck: boolean;
  /** Typed without a scheme: a link only when its host is known. */
  readonly bare: boolean;
}

/** The links of a text in their order. */
export function mentionsIn(text: RichText): Mention[] {
  const tokens = tokensOf(text);
  const reader = { line: '', lineBefore: '', follows: false };
  return tokens.flatMap((token, index) => {
    if (token.kind === 'text') {
      readText(reader, token.text);
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
  /** What stands on this line since its beginning or its last link. */
  line: string;
  lineBefore: string;
  /** Whether this line has had a link. */
  follows: boolean;
}

function readText(reader: Reader, text: string): void {
  const [rest = '', ...lines] = text.split('\n');
  reader.line += rest;
  for (const line of lines) {
    // A blank line may stand between a heading and its link.
    if (reader.follows) reader.lineBefore = '';
    else if (hasWords(reader.line)) reader.lineBefore = reader.line;
    reader.line = line;
    reader.follows = false;
  }
}

function leadingWords({ line, lineBefore, follows }: Reader): string {
  if (hasWords(line)) return lastClause(line);
  // An item of a list is one of many, which a heading above does not name.
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
