import type { Token } from './mask.ts';

// Words that join two clauses, each of which may ask something of its own.
const JOINTS = new Set([
  'and',
  'also',
  'plus',
  'but',
  'then',
  'so',
  'because',
  'und',
  'y',
  'e',
  'et',
  'aber',
  'pero',
  'mas',
  'mais',
  'और',
]);
const SHORTEST_CLAUSE = 2;

/** The clauses of a sentence, as parts of it. */
export function clausesOf(sentence: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of sentence) {
    const last = clauses.at(-1) ?? [];
    if (token.tag === undefined && JOINTS.has(token.text) && last.length >= SHORTEST_CLAUSE)
      clauses.push([]);
    else last.push(token);
  }
  return clauses.filter((clause) => clause.length > 0);
}
