import type { Intent } from './intents.ts';
import { NEXT_BEST, OFFERED_INSTEAD } from './intents.ts';
import type { Prediction } from './model.ts';
import type { AnyTopic, Topic } from './topic.ts';

/** What may be meant: a topic, or several of one kind, as in “the DRA and the autoscaling doc”. */
export interface Ranked<Answer> {
  readonly intent: Intent;
  readonly topics: readonly [Topic<Answer>, ...Topic<Answer>[]];
  readonly share: number;
  /** It may help, though it is not what was asked for. */
  readonly isSubstitute: boolean;
}

/** Finds the topics that answer an intent about what has these ids. */
export type Resolve<Answer> = (
  intent: Intent,
  ids: readonly string[],
  text: string,
) => readonly Topic<Answer>[];

export function resolver<Answer>(all: readonly AnyTopic<Answer>[]): Resolve<Answer> {
  const byIntent = new Map<Intent, AnyTopic<Answer>[]>();
  for (const topic of all) {
    for (const intent of topic.intents)
      byIntent.set(intent, [...(byIntent.get(intent) ?? []), topic]);
  }
  return function resolve(intent, ids, text): readonly Topic<Answer>[] {
    const topics = (byIntent.get(intent) ?? []).flatMap((topic) => closed(topic, text));
    const named = topics.filter(({ of }) => of !== undefined && ids.includes(of));
    const found = named.length > 0 ? named : topics.filter(({ of }) => of === undefined);
    const nextBest = NEXT_BEST[intent];
    return found.length === 0 && nextBest ? resolve(nextBest, ids, text) : found;
  };
}

// What is so unlikely is not worth looking up.
const LEAST = 0.002;

/** All that may be meant, likeliest first; intents that nothing answers are left out. */
export function rank<Answer>(
  prediction: Prediction,
  resolve: Resolve<Answer>,
  ids: readonly string[],
  text: string,
): Ranked<Answer>[] {
  const shares = new Map<string, Ranked<Answer>>();
  const byShare = [...prediction]
    .filter(([, share]) => share >= LEAST)
    .toSorted(([, a], [, b]) => b - a);
  for (const [intent, share] of byShare) {
    const found = resolve(intent, ids, text);
    const isSubstitute = found.length === 0;
    const instead = OFFERED_INSTEAD[intent];
    const [first, ...others] = isSubstitute && instead ? resolve(instead, ids, text) : found;
    if (!first) continue;
    const key = [`${isSubstitute}`, ...[first, ...others].map(({ typed }) => typed)].join('\n');
    const before = shares.get(key);
    shares.set(
      key,
      before
        ? { ...before, share: before.share + share }
        : { intent, topics: [first, ...others], share, isSubstitute },
    );
  }
  return [...shares.values()].toSorted((a, b) => b.share - a.share);
}

function closed<Answer>(topic: AnyTopic<Answer>, text: string): Topic<Answer>[] {
  if (!('read' in topic)) return [topic];
  const found = topic.read(text);
  return found ? [{ intents: topic.intents, ...found }] : [];
}
