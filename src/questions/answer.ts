import type { Ask, Entry } from './entry.ts';
import { stem, wordsOf } from './language.ts';
import { type Question, readQuestion, type Term } from './read.ts';
import { type EntrySearch, entrySearch, type Fit, initialsOf } from './search.ts';

/** What answers a question. */
export type Finding =
  | { readonly kind: 'one'; readonly ask: Ask }
  /** Two that are as good as each other, or that were both asked for. */
  | { readonly kind: 'two'; readonly asks: readonly [Ask, Ask] }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'unknown' };

/** Finds answers among entries. */
export type Finder = (text: string) => Finding;

// Less than this share of a question explained, and the answer may be to another question.
const THRESHOLD = 0.56;
// A second answer this near to the first is as good.
const MARGIN = 0.9;
// Two that were asked for in one question may differ more.
const PAIR_MARGIN = 0.1;
// Who asks for a person, or a time, is not served by a document.
const OTHER_KIND = 0.6;
const OTHER_KIND_BY_NAME = 0.5;
const OTHER_KIND_RANK = 0.4;
const RIGHT_KIND = 1.15;
const RIGHT_STEPS = 1.3;
const UNASKED_KIND = 0.6;
const BY_NAME = 1.4;
const NO_STEPS = 0.85;
// How much a light word counts where candidates are compared.
const LIGHT = 0.4;

const HELP: Ask = { command: 'help', args: '' };
const NEXT: Ask = { command: 'next-meeting', args: '' };

interface Candidate {
  readonly entry: Entry;
  readonly rank: number;
  /** Share of the question that it explains, less when it tells something else than is asked. */
  readonly confidence: number;
  /** Indexes of the terms that its names explain, and of all that it has anything to do with. */
  readonly explains: ReadonlySet<number>;
  readonly touches: ReadonlySet<number>;
}

/** Indexes the entries, once for many questions. */
export function finderOver(entries: readonly Entry[]): Finder {
  const search = entrySearch(entries);
  return (text) => find(readQuestion(text, search.knows), entries, search);
}

function find(question: Question, entries: readonly Entry[], search: EntrySearch): Finding {
  if (question.thanks) return { kind: 'thanks' };
  if (question.terms.length === 0) {
    return { kind: 'one', ask: question.after.has('time') ? NEXT : HELP };
  }
  const candidates = candidatesFor(question, entries, search);
  const pair = pairOf(question, candidates);
  if (pair) return { kind: 'two', asks: pair };
  const [sure, rival] = candidates.filter(({ confidence }) => confidence >= THRESHOLD);
  if (!sure) return saysNothing(question) ? { kind: 'one', ask: HELP } : { kind: 'unknown' };
  return rival && asGoodAs(rival, sure)
    ? { kind: 'two', asks: [sure.entry.ask, rival.entry.ask] }
    : { kind: 'one', ask: sure.entry.ask };
}

function asGoodAs(rival: Candidate, sure: Candidate): boolean {
  // Of two that tell of the same meetings one is enough.
  const same = [rival, sure].every(({ entry }) => entry.tells.includes('time'));
  return !same && rival.rank >= MARGIN * sure.rank && rival.confidence >= sure.confidence;
}

/** As in “what can I ask you”: whoever says so little is told what there is. */
function saysNothing({ terms }: Question): boolean {
  return terms.every(({ weight }) => weight === 'light');
}

function candidatesFor(
  question: Question,
  entries: readonly Entry[],
  search: EntrySearch,
): Candidate[] {
  const fits = question.terms.map(({ word }) => search.find(word));
  return entries
    .map((entry, id) => {
      const near = fits.map((list) => list.find((fit) => fit.entry === id));
      const named = entry.byName ? wordsOfName(entry.byName, near) : 1;
      const found = named > 0 ? near : [];
      const strengths = found.map((fit) => fit?.strength ?? 0);
      const share = explainedShare(question, strengths, 0, named);
      const score = found.reduce(
        (sum, fit, at) => sum + (isContent(question.terms[at]) ? 1 : LIGHT) * (fit?.score ?? 0),
        0,
      );
      const explainsAll = found.every((fit, at) => fit || question.terms[at]?.weight === 'light');
      const explains = indexes(
        found.map((fit, at) => isContent(question.terms[at]) && (fit?.strength ?? 0) > 0.5),
      );
      const confidence = share * fitness(entry, question, explainsAll);
      const likeness = explainedShare(question, strengths, LIGHT, named) ** 2 * confidence;
      return {
        entry,
        rank: score * likeness * preference(entry, question),
        confidence,
        explains,
        touches: indexes(found.map((fit) => fit !== undefined)),
      };
    })
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
}

/** How many words of a question are an entry's name, written as one or apart; 0 when it isn't meant. */
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
  const weights = { silent: 0, light, weak: 0.25, content: 1, 'other group': 2, beyond: 2 };
  const total = terms.reduce((sum, { weight }) => sum + weights[weight], 0);
  // A question of light words alone is answered by what is named after them.
  if (total === 0) return Math.max(0, ...strengths);
  const explained = terms
    .map(({ weight }, at) => (weight === 'beyond' ? 0 : weights[weight] * (strengths[at] ?? 0)))
    .reduce((sum, part) => sum + part, 0);
  const counted = Math.max(0, nameWords - 1);
  return Math.max(0, explained - counted) / (total - counted + doubt);
}

/** How much an answer of its kind can be trusted to be what is asked for. */
function fitness({ tells, byName }: Entry, { after }: Question, explainsAll: boolean): number {
  if ([...after].some((kind) => tells.includes(kind))) return explainsAll ? RIGHT_KIND : 1;
  if (!after.has('person') && !after.has('time')) return 1;
  return byName ? OTHER_KIND_BY_NAME : OTHER_KIND;
}

/** How much likelier an entry is the one that is meant, by what the question is after. */
function preference(entry: Entry, question: Question): number {
  const { tells } = entry;
  const { after } = question;
  const named = entry.byName ? BY_NAME : 1;
  if (after.has('procedure') && tells.includes('procedure')) return RIGHT_STEPS;
  if ([...after].some((kind) => tells.includes(kind))) return RIGHT_KIND * named;
  if (isOtherKind(entry, question)) return OTHER_KIND_RANK;
  // Steps, and the times of one meeting, are what people ask for by saying so.
  const particular = tells.length > 0 && !tells.includes('link') && !tells.includes('person');
  if (particular) return UNASKED_KIND * named;
  return (after.has('procedure') ? NO_STEPS : 1) * named;
}

function isOtherKind({ tells }: Entry, { after }: Question): boolean {
  const asked = [...after].filter((kind) => kind === 'person' || kind === 'time');
  return asked.length > 0 && ![...after].some((kind) => tells.includes(kind));
}

/** Two entries that each explain what the other does not: both were asked for. */
function pairOf(question: Question, candidates: readonly Candidate[]) {
  const { terms } = question;
  const [first] = candidates;
  const second = candidates.find(
    (other) =>
      first &&
      [first, other].every(({ entry }) => fitness(entry, question, false) >= 1) &&
      other.rank >= PAIR_MARGIN * first.rank &&
      !other.explains.isSubsetOf(first.touches) &&
      !first.explains.isSubsetOf(other.touches),
  );
  if (!first || !second || terms.some(({ weight }) => weight === 'beyond')) return undefined;
  const content = terms.filter(isContent).length;
  const together = first.explains.union(second.explains);
  const alone = candidates.some(({ touches }) => together.isSubsetOf(touches));
  if (together.size < content || alone) {
    return undefined;
  }
  return [first.entry.ask, second.entry.ask] as const;
}

function isContent(term: Term | undefined): boolean {
  return term?.weight === 'content';
}

function indexes(flags: readonly boolean[]): ReadonlySet<number> {
  return new Set(flags.flatMap((flag, at) => (flag ? [at] : [])));
}
