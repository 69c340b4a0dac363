import { askedAsOver } from './asked-as.ts';
import type { Judged } from './decide.ts';
import { readAs } from './features.ts';
import { asksTheSame, idsAfter, type Understood } from './follow-up.ts';
import { maskOver, type Token } from './mask.ts';
import type { Model, Prediction } from './model.ts';
import { indexNames, type Named } from './names.ts';
import { idsIn, type Question, readQuestion } from './question.ts';
import { rank, resolver } from './rank.ts';
import type { AnyTopic, Topic } from './topic.ts';

/** What a question may mean, before anything is decided. */
export interface Reading<Answer> {
  readonly question: Question;
  /** What it is about. */
  readonly ids: readonly string[];
  readonly whole: Judged<Answer>;
  /** Of a question with several clauses. */
  readonly clauses: readonly Judged<Answer>[];
  /** What the question before asked, of what this one names. */
  readonly same: Topic<Answer> | undefined;
}

const FEWEST_OF_A_TEXT = 8;
const MOST_UNKNOWN = 0.5;

/** Reads questions. `before`: what was asked just before in the same conversation. */
export type Reader<Answer> = (text: string, before?: Understood) => Reading<Answer>;

/** A reader of questions about these topics and names. */
export function readerOver<Answer>(
  topics: readonly AnyTopic<Answer>[],
  names: readonly Named[],
  model: Model,
): Reader<Answer> {
  const mask = maskOver(indexNames(names), model.vocabulary);
  const resolve = resolver(topics);
  const putForward = askedAsOver(topics, mask, model);
  return (text, before) => {
    const question = readQuestion(text, mask);
    const ids = idsAfter(question, before);
    const judge = (tokens: readonly Token[]): Judged<Answer> => {
      const prediction = model.predict(tokens);
      const own = idsIn(tokens);
      return { prediction, ranked: rank(prediction, resolve, own.length > 0 ? own : ids, text) };
    };
    const clauses = question.clauses.map(judge);
    const prediction = predictionFor(question, model);
    const ranked = putForward(question, rank(prediction, resolve, ids, text));
    const [same] = before && asksTheSame(question) ? resolve(before.intent, ids, text) : [];
    return {
      question,
      ids,
      whole: { prediction, ranked },
      clauses,
      same: same?.of === undefined ? undefined : same,
    };
  };
}

function predictionFor({ text, tokens }: Question, model: Model): Prediction {
  if (tokens.length === 0) return withoutWords(text);
  return isForeign(tokens, model) ? new Map([['none', 1]]) : model.predict(tokens);
}

/** A few known words in a long text that is otherwise unknown say nothing about it, nor do pieces of unknown words. */
function isForeign(tokens: readonly Token[], { vocabulary }: Model): boolean {
  const words = tokens.filter(({ text }) => text !== '?');
  const unknown = words.filter((word) => !vocabulary.knows(readAs(word)));
  const most = words.length < FEWEST_OF_A_TEXT ? words.length - 1 : MOST_UNKNOWN * words.length;
  return unknown.length > most;
}

/** An emoji alone says that something was read; a question mark alone asks what there is to ask. */
function withoutWords(text: string): Prediction {
  return new Map([[/[^?.!\s\p{C}]/u.test(text) ? 'small-talk:ok' : 'help', 1]]);
}
