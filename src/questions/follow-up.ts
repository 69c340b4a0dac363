import type { Intent } from './intents.ts';
import type { Token } from './mask.ts';
import { idsIn, type Question } from './question.ts';

/** What somebody asked: never in which words. */
export interface Understood {
  readonly intent: Intent;
  /** What it was about, such as a workstream. */
  readonly ids: readonly string[];
}

const POINTERS = new Set(['it', 'its', 'that', 'this', 'there', 'those', 'them', 'they', 'same']);
const CONTINUING = new Set(['and', 'also', 'or', 'what about', 'how about', 'same for']);
// Who says more than this says what it is about.
const LONGEST = 10;
// As in “and what about multi-node”.
const LONGEST_OF_SAME = 5;

/** What a question is about: the names in it, or else in the one before, if it points back to that. */
export function idsAfter(question: Question, before: Understood | undefined): readonly string[] {
  const own = idsIn(question.tokens);
  return own.length === 0 && before && pointsBack(question) ? before.ids : own;
}

/** “And for DRA?” asks the same of something else. */
export function asksTheSame(question: Question): boolean {
  const { tokens } = question;
  return tokens.length <= LONGEST_OF_SAME && continues(tokens) && idsIn(tokens).length > 0;
}

function pointsBack({ tokens }: Question): boolean {
  if (tokens.length > LONGEST) return false;
  return continues(tokens) || tokens.some(({ text }) => POINTERS.has(text));
}

function continues([first, second]: readonly Token[]): boolean {
  if (!first) return false;
  return CONTINUING.has(first.text) || CONTINUING.has(`${first.text} ${second?.text}`);
}
