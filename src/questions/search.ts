import MiniSearch from 'minisearch';
import type { Entry } from './entry.ts';
import { stem, weightOf, wordsOf } from './language.ts';

/** How well one word of a question matches one entry. */
export interface Fit {
  /** Index of the entry. */
  readonly entry: number;
  /** MiniSearch's score: rarer words and more important fields count more. */
  readonly score: number;
  /** From 0 to 1: how certainly the word is one of the entry's. */
  readonly strength: number;
  /** The entry's words that it matches, as stems. */
  readonly stems: readonly string[];
}

export interface EntrySearch {
  /** Whether any entry contains the word in some form. */
  knows(word: string): boolean;
  /** Entries that contain the word or, if none does, a similar one. */
  find(word: string): readonly Fit[];
}

// Stems are what is searched; typos are measured against names as written.
const STEMS = ['title', 'aliases', 'text'];
const SPELLINGS = ['titleWords', 'aliasWords'];
const BOOST = { title: 3, aliases: 2, text: 0.5, titleWords: 0.5, aliasWords: 0.3 };
// A word's score is its rarity, not how often an entry repeats it or how long the entry is.
const BM25 = { k: 0.1, b: 0, d: 0 };
// A match in supporting text only counts half.
const TEXT_STRENGTH = 0.5;
const NEAR_STRENGTH = 0.8;
const SHORTEST_PREFIX = 5;

/** An index of the entries' words; neighbours are also indexed as one (`multi-node`, `multinode`). */
export function entrySearch(entries: readonly Entry<unknown>[]): EntrySearch {
  const index = new MiniSearch<{ id: number }>({
    fields: [...STEMS, ...SPELLINGS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, bm25: BM25 },
  });
  index.addAll(entries.map((entry, id) => ({ id, ...fieldsOf(entry) })));
  const exact = (word: string) =>
    index.search({
      queries: [
        { queries: [stem(word)], fields: STEMS },
        { queries: [word], fields: SPELLINGS },
      ],
    });
  const near = (word: string) =>
    index.search(word, {
      fields: SPELLINGS,
      prefix: word.length >= SHORTEST_PREFIX,
      fuzzy: allowedEdits(word),
    });
  return {
    knows: (word) => exact(word).length > 0,
    find(word) {
      const found = exact(word);
      const results = found.length > 0 ? found : near(word);
      const sure = found.length > 0 ? 1 : NEAR_STRENGTH;
      return results.map(({ id, score, match }) => {
        const fields = new Set(Object.values(match).flat());
        const named = [...fields].some((field) => field !== 'text');
        return {
          entry: Number(id),
          score,
          stems: Object.keys(match).map(stem),
          strength: named ? sure : sure * TEXT_STRENGTH,
        };
      });
    },
  };
}

/** The fields of an entry. A word is only in the most important of them, so that none counts twice. */
function fieldsOf({ title, byName = [], aliases, text }: Entry<unknown>): Record<string, string> {
  const titleWords = new Set(tokensOf([title, ...byName]));
  const aliasWords = new Set(tokensOf(aliases)).difference(titleWords);
  const titleStems = new Set([...titleWords].map(stem));
  const aliasStems = new Set([...aliasWords].map(stem)).difference(titleStems);
  const textStems = new Set(tokensOf([text]).map(stem));
  return {
    title: [...titleStems].join(' '),
    aliases: [...aliasStems].join(' '),
    text: [...textStems.difference(titleStems).difference(aliasStems)].join(' '),
    titleWords: [...titleWords].join(' '),
    aliasWords: [...aliasWords].join(' '),
  };
}

/** The words of phrases, each pair of neighbours as one, and the initials of longer phrases. */
function tokensOf(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => {
    const found = wordsOf(phrase);
    const pairs = found.slice(1).map((word, index) => `${found[index]}${word}`);
    const spoken = found.filter((word) => weightOf(word) !== 'silent');
    return [...spoken, ...pairs, ...initials(found)];
  });
}

/** `dynamic resource allocation` is also asked for as `dra`. */
function initials(found: readonly string[]): string[] {
  return found.length >= 3 && found.length <= 5 ? [initialsOf(found)] : [];
}

/** The first letters of words, as one. */
export function initialsOf(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}

function allowedEdits(word: string): number {
  if (word.length < 5) return 0;
  return word.length < 9 ? 1 : 2;
}
