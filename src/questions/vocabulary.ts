/** The words that the examples have. */
export interface Vocabulary {
  /** Whether the word is read as what it says. */
  knows(word: string): boolean;
  /** Whether so many have it that it is no name with a letter wrong. */
  isCommon(word: string): boolean;
  /** The common word that an unknown one is most likely meant to be; itself where there is none. */
  correct(word: string): string;
}

const LEAST_COMMON = 6;
const LEAST_CORRECT = 12;
const SHORTEST = 4;

/** `counts`: in how many examples each word occurs. */
export function vocabularyOf(counts: ReadonlyMap<string, number>): Vocabulary {
  const countOf = (word: string) => counts.get(word) ?? 0;
  let byRest: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    knows: (word) => word.startsWith('<') || counts.has(word),
    isCommon: (word) => countOf(word) >= LEAST_COMMON,
    correct(word) {
      if (counts.has(word) || !isLongEnough(word)) return word;
      byRest ??= wordsByRest(counts);
      const known = byRest;
      const near = restsOf(word).flatMap((rest) => known.get(rest) ?? []);
      const [best] = near.toSorted((a, b) => countOf(b) - countOf(a));
      return best ?? word;
    },
  };
}

/**
 * Common words by what is left of them without one letter: two words with the same rest differ by a letter
 * too much, a letter missing, a wrong one, or two that changed places.
 */
function wordsByRest(counts: ReadonlyMap<string, number>): Map<string, string[]> {
  const byRest = new Map<string, string[]>();
  for (const [word, count] of counts) {
    if (count < LEAST_CORRECT || !isLongEnough(word)) continue;
    for (const rest of restsOf(word)) {
      const words = byRest.get(rest);
      if (words) words.push(word);
      else byRest.set(rest, [word]);
    }
  }
  return byRest;
}

/** Of a shorter word, one letter less leaves too little to tell it by. */
function isLongEnough(word: string): boolean {
  return word.length >= SHORTEST && /^\p{L}+$/u.test(word);
}

/** A word, and what is left of it without each of its letters but the first. */
function restsOf(word: string): string[] {
  const rests = Array.from(word).map((_, at) => word.slice(0, at) + word.slice(at + 1));
  return [word, ...new Set(rests.slice(1))];
}
