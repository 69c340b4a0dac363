import { clausesOf } from './clauses.ts';
import type { Mask, Token } from './mask.ts';
import { sentencesOf } from './words.ts';

/** A text as it is read. */
export interface Question {
  readonly text: string;
  /** All of it. */
  readonly tokens: readonly Token[];
  /** Its parts that may each ask something; none where it has a single one. */
  readonly clauses: readonly (readonly Token[])[];
}

/** Reads a text, whatever it is; time and memory are bounded by its first few thousand characters. */
export function readQuestion(text: string, mask: Mask): Question {
  const sentences = sentencesOf(text).map(mask);
  const clauses = sentences.flatMap(clausesOf).filter(saysSomething);
  return { text, tokens: sentences.flat(), clauses: clauses.length > 1 ? clauses : [] };
}

/** What the names in a part of a question stand for. */
export function idsIn(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.flatMap(({ ids = [] }) => ids))];
}

function saysSomething(clause: readonly Token[]): boolean {
  const words = clause.filter(({ text }) => text !== '?');
  return words.length > 1 || words.some(({ tag }) => tag !== undefined);
}
