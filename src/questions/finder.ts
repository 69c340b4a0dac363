import { type Decision, decide, LEAST_OFFERED, toOffer } from './decide.ts';
import type { Understood } from './follow-up.ts';
import { type Bands, tagsOf } from './model.ts';
import type { Reading } from './reader.ts';
import type { Topic } from './topic.ts';

/** What was found for a question. */
export interface Finding<Answer> {
  readonly decision: Decision<Answer>;
  /** What else may be meant, likeliest first. */
  readonly others: readonly Topic<Answer>[];
  readonly heard: Heard;
  /** How likely answers of this sort are meant, from 0 to 1. */
  likelihood(isOfSort: (answer: Answer) => boolean): number;
}

/** How a question was understood, without a word of it. */
export interface Heard extends Understood {
  /** How likely the intent is, from 0 to 1. */
  readonly share: number;
  /** Kinds of the names in it. */
  readonly tags: readonly string[];
}

/** Finds answers to questions. `before`: what was asked just before in the same conversation. */
export type Finder<Answer> = (text: string, before?: Understood) => Finding<Answer>;

/** Decides on what a question may mean. */
export function decideOn<Answer>(
  reading: Reading<Answer>,
  bands: Bands,
  before?: Understood,
): Finding<Answer> {
  const { whole, clauses, same } = reading;
  const decision: Decision<Answer> = same
    ? { kind: 'one', topic: same }
    : decide(whole, clauses, bands);
  return {
    decision,
    others: othersThan(decision, reading),
    heard: heardIn(reading, decision, same && before),
    likelihood: (isOfSort) =>
      whole.ranked
        .filter(({ topics: [topic] }) => isOfSort(topic.answer))
        .reduce((sum, { share }) => sum + share, 0),
  };
}

/** What would be offered if what was decided on turned out not to be meant. */
function othersThan<Answer>(
  decision: Decision<Answer>,
  { whole }: Reading<Answer>,
): readonly Topic<Answer>[] {
  const given = new Set(topicsOf(decision).map(({ typed }) => typed));
  const isGiven = ({ typed }: Topic<Answer>) => given.has(typed);
  const left = whole.ranked.filter(({ topics }) => !topics.every(isGiven));
  const refuted = whole.ranked.reduce((sum, one) => sum + (left.includes(one) ? 0 : one.share), 0);
  const others = left
    .filter(({ share }) => share >= LEAST_OFFERED * (1 - refuted))
    .flatMap(({ topics }) => topics)
    .filter((topic) => !isGiven(topic));
  return toOffer(others);
}

function topicsOf<Answer>(decision: Decision<Answer>): readonly Topic<Answer>[] {
  switch (decision.kind) {
    case 'one':
      return [decision.topic];
    case 'two':
      return decision.topics;
    default:
      return [];
  }
}

function heardIn<Answer>(
  { whole, ids, question }: Reading<Answer>,
  decision: Decision<Answer>,
  same: Understood | undefined,
): Heard {
  const tags = tagsOf(question.tokens);
  const [best] = whole.ranked;
  // Thanks or a greeting beside a question may be likelier than what is answered.
  if (best && topicsOf(decision).length > 0) {
    return { intent: same?.intent ?? best.intent, share: best.share, ids, tags };
  }
  const [likeliest] = [...whole.prediction].toSorted(([, a], [, b]) => b - a);
  const [intent, share] = likeliest ?? ['none', 1];
  return { intent, share, ids, tags };
}
