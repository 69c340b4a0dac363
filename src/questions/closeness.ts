import { readAs } from './features.ts';
import type { Token } from './mask.ts';
import type { Model } from './model.ts';

/** How much two texts have in common, from 0 to 1: rare words count more (cosine of their information). */
export function closeness(
  one: readonly Token[],
  other: readonly Token[],
  { information }: Pick<Model, 'information'>,
): number {
  const [a, b] = [one, other].map(
    (tokens) => new Set(tokens.map(readAs).filter((word) => word !== '?')),
  );
  if (!a?.size || !b?.size) return 0;
  const length = (words: ReadonlySet<string>) =>
    Math.sqrt([...words].reduce((sum, word) => sum + information(word) ** 2, 0));
  const shared = [...a.intersection(b)].reduce((sum, word) => sum + information(word) ** 2, 0);
  return shared / (length(a) * length(b));
}
