import { type Decision, decide } from './decide.ts';
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

const MAX_OTHERS = 3;

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
    heard: heardIn(reading, same && before),
    likelihood: (isOfSort) =>
      whole.ranked
        .filter(({ topics: [topic] }) => isOfSort(topic.answer))
        .reduce((sum, { share }) => sum + share, 0),
  };
}

function othersThan<Answer>(
  decision: Decision<Answer>,
  { whole }: Reading<Answer>,
): Topic<Answer>[] {
  const given = decision.kind === 'one' ? decision.topic.typed : undefined;
  return whole.ranked
    .flatMap(({ topics }) => topics)
    .filter(({ typed }) => typed !== given)
    .slice(0, MAX_OTHERS);
}

function heardIn<Answer>(
  { whole, ids, question }: Reading<Answer>,
  same: Understood | undefined,
): Heard {
  const [likeliest] = [...whole.prediction].toSorted(([, a], [, b]) => b - a);
  const [intent, share] = likeliest ?? ['none', 1];
  return { intent: same?.intent ?? intent, share, ids, tags: tagsOf(question.tokens) };
}
