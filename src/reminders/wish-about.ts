import { type MaskedText, unmask } from './wish-masks.ts';
import { type About, isGroup, isSame, resolveName, type WishFacts } from './wish-names.ts';
import { wantsReminder } from './wish-request.ts';
import {
  introducesName,
  isMeetingNoun,
  isNegation,
  isSentenceWord,
  tellsApart,
} from './wish-words.ts';

/** Words that may be a name, without polite words around them. */
interface Phrase {
  readonly words: string;
  /** Whether the words around it mark it as a name, as in “for …” or “… meeting”. */
  readonly introduced: boolean;
  /** Whether it is about all of a kind, as in “any …”. */
  readonly all: boolean;
}

const MAX_UNINTRODUCED_WORDS = 3;
const EVERYTHING: About = { kind: 'everything' };

/** Which meetings a request is for, given its text without times; undefined if the words aren't a name. */
export function readAbout(masked: MaskedText, facts: WishFacts): readonly About[] | undefined {
  if (wordsOf(masked.text).some(isSentenceWord)) return undefined;
  const phrases = phrasesOf(masked.text);
  const about = resolvePhrases(phrases, masked, facts);
  // “My item needs 10 minutes”: unknown words that nothing marks as a name are one only next to “remind”.
  const isName = wantsReminder(masked.text) || phrases.some(({ introduced }) => introduced);
  return about?.some(({ kind }) => kind === 'unknown') && !isName ? undefined : about;
}

/** Which meetings a refusal is for: all, unless it is clearly for some. */
export function readRefused(masked: MaskedText, facts: WishFacts): readonly About[] {
  const phrases = phrasesOf(masked.text).map(nameWithin);
  const known = phrases.filter(
    (one) =>
      resolve(one, masked, facts).kind !== 'unknown' &&
      // “I left the group, stop”: the group's own name means a meeting only if the text says so.
      (one.introduced || !isGroup(one.words, facts)),
  );
  if (known.length > 0) return resolvePhrases(known, masked, facts) ?? [EVERYTHING];
  const [only, ...others] = phrases;
  if (!only || others.length > 0 || !isMeant(only, masked.text)) return [EVERYTHING];
  return resolvePhrases([only], masked, facts) ?? [EVERYTHING];
}

/** Whether a refusal is about what it names, as in “off kueue”, rather than giving a reason. */
function isMeant({ words, introduced }: Phrase, text: string): boolean {
  const said = wordsOf(text);
  const brief = said.every((word) => !isSentenceWord(word) || isNegation(word));
  const besides = said.length - wordsOf(words).length;
  return introduced || (brief && (besides < 2 || said.join(' ').endsWith(words)));
}

function resolvePhrases(
  phrases: readonly Phrase[],
  masked: MaskedText,
  facts: WishFacts,
): readonly About[] | undefined {
  if (phrases.length === 0) return [EVERYTHING];
  if (!phrases.some(({ introduced }) => introduced) && phrases.some(isLong)) return undefined;
  const all = phrases.map((one) => resolve(one, masked, facts));
  if (all.every(({ kind }) => kind === 'unknown')) {
    // A single unknown name may contain “and”.
    const name = phrases.map(({ words }) => unmask(words, masked)).join(' and ');
    return [{ kind: 'unknown', name }];
  }
  return all.filter((about, index) => index === all.findIndex((other) => isSame(other, about)));
}

/** Too long for a name that nothing marks as one: the rest of a sentence. */
function isLong({ words }: Phrase): boolean {
  return words.split(' ').length > MAX_UNINTRODUCED_WORDS;
}

/** Only the known name, if there is one among other words. */
function nameWithin(phrase: Phrase): Phrase {
  const [mask] = /\p{Co}/u.exec(phrase.words) ?? [];
  return mask === undefined ? phrase : { ...phrase, words: mask };
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{Co}]+/u).filter((word) => word !== '');
}

function resolve({ words, all }: Phrase, masked: MaskedText, facts: WishFacts): About {
  if (all && isGroup(words, facts)) return EVERYTHING;
  const parts = words.split(' ').filter((word) => !isMeetingNoun(word) && word !== '');
  const [only, ...others] = parts;
  const known = only !== undefined && others.length === 0 ? masked.names.get(only) : undefined;
  return known?.about ?? resolveName(unmask(words, masked), facts);
}

function phrasesOf(text: string): Phrase[] {
  return text
    .split(/[|,;:.!?+&/]|\b(?:and|or|plus)\b/u)
    .map((part) => part.split(/[\s-]+/u).filter((word) => word !== ''))
    .flatMap(phraseIn);
}

function phraseIn(part: readonly string[]): Phrase[] {
  const first = part.findIndex(tellsApart);
  if (first === -1) return [];
  const last = part.findLastIndex(tellsApart);
  const before =
    part
      .slice(0, first)
      .filter((word) => !isArticle(word))
      .at(-1) ?? '';
  const introduced = introducesName(before) || isMeetingNoun(part[last + 1] ?? '');
  const all = part.slice(0, first).some((word) => /^(?:all|any|each|every)$/u.test(word));
  return [{ words: part.slice(first, last + 1).join(' '), introduced, all }];
}

function isArticle(word: string): boolean {
  return /^(?:the|a|an|my|our|every|each|any|all|next|only|just)$/u.test(word);
}
