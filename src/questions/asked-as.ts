import { closeness } from './closeness.ts';
import type { Mask } from './mask.ts';
import type { Model } from './model.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import type { AnyTopic } from './topic.ts';
import { sentencesOf } from './words.ts';

// Texts that share less than this are about something else.
const LEAST = 0.5;

/** Puts topics forward whose group file says that they are asked for in words like those of the question. */
export function askedAsOver<Answer>(topics: readonly AnyTopic<Answer>[], mask: Mask, model: Model) {
  const phrases = topics.flatMap((topic) =>
    'read' in topic
      ? []
      : (topic.askedAs ?? []).map((text) => ({ topic, tokens: sentencesOf(text).flatMap(mask) })),
  );
  return (question: Question, ranked: readonly Ranked<Answer>[]): readonly Ranked<Answer>[] => {
    const close = phrases
      .map(({ topic, tokens }) => ({ topic, share: closeness(question.tokens, tokens, model) }))
      .filter(({ share }) => share >= LEAST)
      .map(
        ({ topic, share }): Ranked<Answer> => ({
          intent: topic.intents[0] ?? 'none',
          topics: [topic],
          share,
          isSubstitute: false,
        }),
      );
    if (close.length === 0) return ranked;
    const all = [...close, ...ranked].toSorted((a, b) => b.share - a.share);
    const first = new Map(
      all.toReversed().map((one) => [one.topics.map(({ typed }) => typed).join('\n'), one]),
    );
    return [...first.values()].toSorted((a, b) => b.share - a.share);
  };
}
