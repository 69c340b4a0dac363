import type { Intent } from './intents.ts';
import type { Prediction } from './model.ts';

// How much the clause that asks most plainly counts beside the whole message.
const SHARE_OF_CLAUSE = 0.5;

/**
 * What a message of several clauses asks. A greeting or a story around a question says little about it,
 * so the clause that asks most plainly counts as much as all of them.
 */
export function combine(whole: Prediction, clauses: readonly Prediction[]): Prediction {
  const [plainest] = clauses.toSorted((a, b) => plainness(b) - plainness(a));
  if (!plainest) return whole;
  const mixed = [...whole].map(([intent, share]): [Intent, number] => [
    intent,
    (1 - SHARE_OF_CLAUSE) * share + SHARE_OF_CLAUSE * (plainest.get(intent) ?? 0),
  ]);
  return new Map(mixed);
}

function plainness(prediction: Prediction): number {
  const asked = [...prediction].filter(
    ([intent]) => intent !== 'none' && !intent.startsWith('small-talk'),
  );
  return Math.max(...asked.map(([, share]) => share));
}
