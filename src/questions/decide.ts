import type { Bands, Prediction } from './model.ts';
import type { Ranked } from './rank.ts';
import type { Topic } from './topic.ts';

/** Messages that don't ask anything. */
export type SmallTalk = 'greeting' | 'thanks' | 'acknowledgement';

/** What is done with a question. */
export type Decision<Answer> =
  | { readonly kind: 'one'; readonly topic: Topic<Answer> }
  /** Two that were both asked for. */
  | { readonly kind: 'two'; readonly topics: readonly [Topic<Answer>, Topic<Answer>] }
  /** Not certain: to be offered, likeliest first. */
  | { readonly kind: 'likely'; readonly topics: readonly Topic<Answer>[] }
  /** Nothing is asked. */
  | { readonly kind: 'small talk'; readonly said: SmallTalk }
  | { readonly kind: 'unknown' };

/** One part of a question, or all of it. */
export interface Judged<Answer> {
  readonly prediction: Prediction;
  readonly ranked: readonly Ranked<Answer>[];
}

const MAX_OFFERED = 3;
// A button for what is hardly meant is noise.
export const LEAST_OFFERED = 0.04;

const SMALL_TALK = [
  ['small-talk:hello', 'greeting'],
  ['small-talk:thanks', 'thanks'],
  ['small-talk:ok', 'acknowledgement'],
] as const;

/** Decides by the bands. `clauses` are those of a question with several. */
export function decide<Answer>(
  whole: Judged<Answer>,
  clauses: readonly Judged<Answer>[],
  bands: Bands,
): Decision<Answer> {
  const pair = pairOf(whole, clauses, bands);
  if (pair) return { kind: 'two', topics: pair };
  const [best] = whole.ranked;
  const said = smallTalkIn(whole.prediction);
  if (said && said.share > (best?.share ?? 0) && said.share >= bands.likely) {
    return { kind: 'small talk', said: said.kind };
  }
  if (!best) return { kind: 'unknown' };
  const answerable = answerableShare(whole);
  if (isSure(whole, bands)) return { kind: 'one', topic: best.topics[0] };
  if (answerable < bands.likely) return { kind: 'unknown' };
  const topics = whole.ranked
    .filter(({ share }, place) => place === 0 || share >= LEAST_OFFERED)
    .flatMap(({ topics: found }) => found);
  return { kind: 'likely', topics: toOffer(topics) };
}

/** As many as there are buttons for, each once. */
export function toOffer<Answer>(topics: readonly Topic<Answer>[]): readonly Topic<Answer>[] {
  const byTyped = new Map(topics.map((topic) => [topic.typed, topic]));
  return [...byTyped.values()].slice(0, MAX_OFFERED);
}

/** Two clauses that each ask for something else, or one that asks for the same of two. */
function pairOf<Answer>(
  whole: Judged<Answer>,
  clauses: readonly Judged<Answer>[],
  bands: Bands,
): readonly [Topic<Answer>, Topic<Answer>] | undefined {
  const [best] = whole.ranked;
  const [first, second] = best?.topics ?? [];
  if (first && second) return isSure(whole, bands) ? [first, second] : undefined;
  // A clause of a story may sound like a question that the whole does not ask.
  const inWhole = new Map(whole.ranked.map(({ topics: [topic], share }) => [topic.typed, share]));
  const certain = clauses.flatMap(({ ranked: [top] }) =>
    top && top.share >= bands.both && (inWhole.get(top.topics[0].typed) ?? 0) >= LEAST_OFFERED
      ? [top]
      : [],
  );
  const asked = new Map(certain.map(({ topics: [topic] }) => [topic.typed, topic]));
  const [one, other] = asked.values();
  return one && other ? [one, other] : undefined;
}

/** How likely there is an answer; thanks and greetings beside a question say nothing about that. */
function answerableShare<Answer>({ ranked, prediction }: Judged<Answer>): number {
  const answered = ranked.reduce((sum, { share }) => sum + share, 0);
  const said = SMALL_TALK.reduce((sum, [intent]) => sum + (prediction.get(intent) ?? 0), 0);
  return answered === 0 ? 0 : answered / (1 - Math.min(said, 1 - answered));
}

function isSure<Answer>(judged: Judged<Answer>, { answerable, sure }: Bands): boolean {
  const all = answerableShare(judged);
  const [best] = judged.ranked;
  if (!best || best.isSubstitute) return false;
  return all >= answerable && best.share >= sure * all;
}

function smallTalkIn(prediction: Prediction): { kind: SmallTalk; share: number } | undefined {
  return SMALL_TALK.map(([intent, kind]) => ({ kind, share: prediction.get(intent) ?? 0 }))
    .toSorted((a, b) => b.share - a.share)
    .at(0);
}
