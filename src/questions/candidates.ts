import type { Entry } from './entry.ts';
import { preferenceOfKind, trustInKind } from './kinds.ts';
import { stem, wordsOf } from './language.ts';
import type { Question, Term } from './read.ts';
import { type EntrySearch, type Fit, initialsOf } from './search.ts';

/** An entry related to a question. */
export interface Candidate<Answer> {
  readonly entry: Entry<Answer>;
  /** For comparing candidates. */
  readonly rank: number;
  /** Share of the question that it explains, reduced if it provides something other than what is asked. */
  readonly confidence: number;
  /** Indexes of the terms that its names explain. */
  readonly explains: ReadonlySet<number>;
  /** Indexes of the terms that it is related to. */
  readonly touches: ReadonlySet<number>;
}

const WEIGHTS = { silent: 0, weak: 0.25, content: 1, 'other group': 2, beyond: 2 };
// How much a light word counts when candidates are compared; for confidence it doesn't count.
const LIGHT = 0.4;
// A word that only supports an answer counts as half explained.
const NAMED = 0.5;

/** The entries related to the question, likeliest first. */
export function candidatesFor<Answer>(
  question: Question,
  entries: readonly Entry<Answer>[],
  search: EntrySearch,
): Candidate<Answer>[] {
  const fits = question.terms.map(({ word }) => search.find(word));
  return entries
    .map((entry, id) => {
      const found = fits.map((list) => list.find((fit) => fit.entry === id));
      const nameWords = entry.byName ? wordsOfName(entry.byName, found) : 1;
      return candidate(entry, question, nameWords > 0 ? found : [], nameWords);
    })
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
}

export function isContent(term: Term | undefined): boolean {
  return term?.weight === 'content';
}

function candidate<Answer>(
  entry: Entry<Answer>,
  question: Question,
  fits: readonly (Fit | undefined)[],
  nameWords: number,
): Candidate<Answer> {
  const { terms } = question;
  const strengths = fits.map((fit) => fit?.strength ?? 0);
  const score = fits.reduce(
    (sum, fit, index) => sum + (isContent(terms[index]) ? 1 : LIGHT) * (fit?.score ?? 0),
    0,
  );
  const explainsAll = fits.every((fit, index) => fit || terms[index]?.weight === 'light');
  const confidence =
    explainedShare(question, strengths, 0, nameWords) * trustInKind(entry, question, explainsAll);
  const likeness = explainedShare(question, strengths, LIGHT, nameWords) ** 2 * confidence;
  return {
    entry,
    rank: score * likeness * preferenceOfKind(entry, question),
    confidence,
    explains: indexes(
      strengths.map((strength, index) => isContent(terms[index]) && strength > NAMED),
    ),
    touches: indexes(fits.map((fit) => fit !== undefined)),
  };
}

/** How many words of a question are an entry's name, written as one or apart; 0 if it isn't meant. */
function wordsOfName(names: readonly string[], fits: readonly (Fit | undefined)[]): number {
  const said = new Set(fits.flatMap((fit) => fit?.stems ?? []));
  const lengths = names.map((name) => {
    const parts = wordsOf(name);
    if (said.has(stem(parts.join(''))) || said.has(initialsOf(parts))) return 1;
    return parts.every((part) => said.has(stem(part))) ? parts.length : 0;
  });
  return Math.max(...lengths);
}

/**
 * How much of what the question says an entry explains, from 0 to 1. Light words count `light`, and
 * a name of `nameWords` words counts as one.
 */
function explainedShare(
  { terms, doubt }: Question,
  strengths: readonly number[],
  light: number,
  nameWords: number,
): number {
  const weights = { ...WEIGHTS, light };
  const total = terms.reduce((sum, { weight }) => sum + weights[weight], 0);
  // A question with only light words is answered by the entry named after them.
  if (total === 0) return Math.max(0, ...strengths);
  const explained = terms
    .map(({ weight }, index) =>
      weight === 'beyond' ? 0 : weights[weight] * (strengths[index] ?? 0),
    )
    .reduce((sum, part) => sum + part, 0);
  const counted = Math.max(0, nameWords - 1);
  return Math.max(0, explained - counted) / (total - counted + doubt);
}

function indexes(flags: readonly boolean[]): ReadonlySet<number> {
  return new Set(flags.flatMap((flag, index) => (flag ? [index] : [])));
}
