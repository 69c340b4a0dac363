import { type Candidate, candidatesFor, isContent } from './candidates.ts';
import type { Entry } from './entry.ts';
import { trustInKind } from './kinds.ts';
import { type Question, readQuestion } from './read.ts';
import { type EntrySearch, entrySearch } from './search.ts';
import { readSmallTalk, type SmallTalk } from './small-talk.ts';

/** What answers a question. */
export type Finding<Answer> =
  | { readonly kind: 'one'; readonly answer: Answer }
  /** Two that are equally good, or that were both asked for. */
  | { readonly kind: 'two'; readonly answers: readonly [Answer, Answer] }
  /** Nothing is asked. */
  | { readonly kind: 'small talk'; readonly said: SmallTalk }
  | { readonly kind: 'unknown' };

/** Finds answers among entries. */
export type Finder<Answer> = (text: string) => Finding<Answer>;

/** The answer to a question that says next to nothing. */
export interface Defaults<Answer> {
  /** The answer to one such as “when?”. */
  readonly aboutTime: Answer;
  readonly otherwise: Answer;
}

// If less than this share of a question is explained, the answer may be to another question.
const THRESHOLD = 0.56;
// A second answer this close to the first is as good.
const MARGIN = 0.9;
// Two answers that were asked for in one question may differ more.
const PAIR_MARGIN = 0.1;

/** Indexes the entries once, for many questions. */
export function finderOver<Answer>(
  entries: readonly Entry<Answer>[],
  defaults: Defaults<Answer>,
): Finder<Answer> {
  const search = entrySearch(entries);
  return (text) => {
    const said = readSmallTalk(text);
    if (said) return { kind: 'small talk', said };
    return find(readQuestion(text, search.knows), entries, search, defaults);
  };
}

function find<Answer>(
  question: Question,
  entries: readonly Entry<Answer>[],
  search: EntrySearch,
  defaults: Defaults<Answer>,
): Finding<Answer> {
  if (question.terms.length === 0) {
    const answer = question.after.has('time') ? defaults.aboutTime : defaults.otherwise;
    return { kind: 'one', answer };
  }
  const candidates = candidatesFor(question, entries, search);
  const pair = pairOf(question, candidates);
  if (pair) return { kind: 'two', answers: pair };
  const [sure, rival] = candidates.filter(({ confidence }) => confidence >= THRESHOLD);
  if (!sure) {
    return saysNothing(question)
      ? { kind: 'one', answer: defaults.otherwise }
      : { kind: 'unknown' };
  }
  return rival && isAsGood(rival, sure)
    ? { kind: 'two', answers: [sure.entry.answer, rival.entry.answer] }
    : { kind: 'one', answer: sure.entry.answer };
}

function isAsGood<Answer>(rival: Candidate<Answer>, sure: Candidate<Answer>): boolean {
  // If two are about the same meetings, one is enough.
  const same = [rival, sure].every(({ entry }) => entry.tells.includes('time'));
  return !same && rival.rank >= MARGIN * sure.rank && rival.confidence >= sure.confidence;
}

/** As in “what can I ask you”: someone who says so little is shown what there is. */
function saysNothing({ terms }: Question): boolean {
  return terms.every(({ weight }) => weight === 'light');
}

/** Two entries that each explain what the other doesn't: both were asked for. */
function pairOf<Answer>(
  question: Question,
  candidates: readonly Candidate<Answer>[],
): readonly [Answer, Answer] | undefined {
  const { terms } = question;
  const [first] = candidates;
  if (!first || terms.some(({ weight }) => weight === 'beyond')) return undefined;
  const second = candidates.find(
    (other) =>
      [first, other].every(({ entry }) => trustInKind(entry, question, false) >= 1) &&
      other.rank >= PAIR_MARGIN * first.rank &&
      !other.explains.isSubsetOf(first.touches) &&
      !first.explains.isSubsetOf(other.touches),
  );
  if (!second) return undefined;
  const together = first.explains.union(second.explains);
  const oneDoes = candidates.some(({ touches }) => together.isSubsetOf(touches));
  const leavesOut = together.size < terms.filter(isContent).length;
  return oneDoes || leavesOut ? undefined : [first.entry.answer, second.entry.answer];
}
