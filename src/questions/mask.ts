import { distance } from 'fastest-levenshtein';
import type { Sense, Tag } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a question, or a name in place of which its tag is read. */
export interface Token {
  readonly text: string;
  /** The common word that it is most likely meant to be. */
  readonly meant?: string;
  readonly tag?: Tag;
  /** What the name stands for. */
  readonly ids?: readonly string[];
}

export type Mask = (words: readonly string[]) => Token[];

const MAX_NAME_WORDS = 6;
// A near miss costs a comparison with every name: only so many words are worth it.
const MAX_NEAR_MISSES = 12;
const SHORTEST_NEAR_MISS = 5;
const TYPED_FROM_MEMORY: readonly Tag[] = ['stream', 'meeting', 'guide', 'fact', 'person', 'own'];

/** Puts tags in place of names, and corrects words. */
export function maskOver(
  index: ReadonlyMap<string, Sense>,
  vocabulary: Pick<Vocabulary, 'isCommon' | 'correct'>,
): Mask {
  const own = [...index].filter(([, { tag }]) => TYPED_FROM_MEMORY.includes(tag));
  const byLength = Map.groupBy(
    own.map(([name]) => name),
    (name) => name.length,
  );
  return (words) => {
    const tokens: Token[] = [];
    let tries = MAX_NEAR_MISSES;
    for (let at = 0; at < words.length; ) {
      const exact = exactName(words, at, index);
      if (exact) {
        tokens.push(exact.token);
        at += exact.length;
        continue;
      }
      const word = words[at] ?? '';
      const mayBeName =
        word.length >= SHORTEST_NEAR_MISS && /^\p{L}+$/u.test(word) && !vocabulary.isCommon(word);
      const near = mayBeName && tries-- > 0 ? nearName(word, byLength) : undefined;
      const sense = near === undefined ? undefined : index.get(near);
      tokens.push(sense ? { text: word, ...sense } : numberOrWord(word, vocabulary));
      at += 1;
    }
    return tokens;
  };
}

function exactName(
  words: readonly string[],
  at: number,
  index: ReadonlyMap<string, Sense>,
): { token: Token; length: number } | undefined {
  for (let length = Math.min(MAX_NAME_WORDS, words.length - at); length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    const joined = part.join('');
    // “Autoscaling’s” and “autoscalers” name it too.
    const sense = index.get(joined) ?? index.get(joined.replace(/s$/u, ''));
    if (sense) return { token: { text: part.join(' '), ...sense }, length };
  }
  return undefined;
}

function numberOrWord(text: string, { correct }: Pick<Vocabulary, 'correct'>): Token {
  if (/^\p{N}/u.test(text)) return { text, tag: 'number', ids: [] };
  const meant = correct(text);
  return meant === text ? { text } : { text, meant };
}

/** The name that a word is most likely meant to be. */
function nearName(
  word: string,
  byLength: ReadonlyMap<number, readonly string[]>,
): string | undefined {
  const tolerance = word.length < 8 ? 1 : 2;
  let best: string | undefined;
  let least = tolerance + 1;
  for (let length = word.length - tolerance; length <= word.length + tolerance; length += 1) {
    if (length < SHORTEST_NEAR_MISS) continue;
    for (const name of byLength.get(length) ?? []) {
      const far = distance(word, name);
      if (far < least) [least, best] = [far, name];
    }
  }
  return best;
}
