import { squash, words } from '../text/similarity.ts';
import { type Spelling, spelled, spellingsOf, type WishFacts } from './wish-names.ts';
import { refuses } from './wish-refusal.ts';
import { plainWish } from './wish-text.ts';
import { tellsApart } from './wish-words.ts';

/** A text in which each name is replaced by one private-use character. */
export interface MaskedText {
  readonly text: string;
  readonly names: ReadonlyMap<string, Spelling>;
}

const FIRST_MASK = 0xe000;
const MAX_MASKS = 6400;

/**
 * Takes names out of a plain text, so that their words are not read as a time or a refusal (“Sprint 15 review”).
 * Titles come from anyone who can write the calendar: one of plain words (“15 minutes before”) stays in the text, and one
 * that refuses (“Stop autoscaling”) is a name only where it is introduced as one.
 */
export function maskNames(plain: string, facts: WishFacts): MaskedText {
  const names = new Map<string, Spelling>();
  const squashed = squash(plain);
  const longestFirst = spellingsOf(facts)
    .map((name) => ({ name, plainName: plainWish(name.spelling) }))
    .filter(({ plainName }) => squashed.includes(squash(plainName)))
    .filter(({ plainName }) => words(plainName).some(tellsApart))
    .sort((a, b) => b.plainName.length - a.plainName.length)
    .slice(0, MAX_MASKS);
  const text = longestFirst.reduce((masked, { name, plainName }) => {
    const mask = String.fromCodePoint(FIRST_MASK + names.size);
    const replaced = masked.replace(patternOf(plainName), mask);
    if (replaced !== masked) names.set(mask, name);
    return replaced;
  }, plain);
  return { text, names };
}

/** Puts the names back. */
export function unmask(text: string, { names }: MaskedText): string {
  return text.replace(/\p{Co}/gu, (mask) => names.get(mask)?.spelling ?? '');
}

function patternOf(plainName: string): RegExp {
  const introduced = refuses(plainName) ? String.raw`(?<=\b(?:for|before|about|of) (?:the )?)` : '';
  const name = spelled(plainName);
  return new RegExp(String.raw`${introduced}(?<![\p{L}\p{N}@])${name}(?![\p{L}\p{N}])`, 'gu');
}
