import type { Token } from './mask.ts';

/** What a word that the examples don't have is read as. */
const UNKNOWN = '~';
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
const MAX_WORD_LENGTH = 24;

/** A token as the model reads it: its tag, or the word that is meant. */
export function readAs({ text, meant = text, tag }: Token): string {
  return tag === undefined ? meant.slice(0, MAX_WORD_LENGTH) : `<${tag}>`;
}

/**
 * What the model weighs in a clause: its words and tags, pairs of neighbours, pairs of words in order,
 * and pieces of words, so that typos and other forms of a word share something with it.
 */
export function featuresOf(clause: readonly Token[], isKnown: (word: string) => boolean): string[] {
  const read = clause.map(readAs).filter((word) => word !== '?');
  const typed = clause.filter(({ text, tag }) => tag === undefined && text !== '?');
  const known = read.map((word) => (isKnown(word) ? word : UNKNOWN));
  const framed = ['^', ...known, '$'];
  const found = new Set<string>();
  for (const word of known) found.add(word);
  for (let at = 1; at < framed.length; at += 1) found.add(`${framed[at - 1]} ${framed[at]}`);
  for (let at = 2; at < framed.length; at += 1) found.add(`${framed[at - 2]} _ ${framed[at]}`);
  for (const { text } of typed) {
    for (const piece of piecesOf(text.slice(0, MAX_WORD_LENGTH))) found.add(piece);
  }
  return [...found];
}

function piecesOf(word: string): string[] {
  const framed = `^${word}$`;
  const pieces: string[] = [];
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length += 1) {
    for (let at = 0; at + length <= framed.length; at += 1)
      pieces.push(`#${framed.slice(at, at + length)}`);
  }
  return pieces;
}

/** Whether a feature is a piece of a word. */
export function isPiece(feature: string): boolean {
  return feature.startsWith('#');
}
