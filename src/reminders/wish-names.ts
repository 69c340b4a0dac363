import type { Group } from '../group/schema.ts';
import { cleanLine } from '../text/plain.ts';
import { nearest, squash, words } from '../text/similarity.ts';
import { refuses } from './wish-refusal.ts';
import { plainWish } from './wish-text.ts';
import { isMeetingNoun, tellsApart } from './wish-words.ts';

/** What names of meetings are looked up in. */
export interface WishFacts {
  readonly group: Pick<Group, 'name' | 'workstreams' | 'regular_meeting'>;
  /** Titles of the meetings ahead. */
  readonly titles: readonly string[];
}

/** Which meetings a wish is for. */
export type About =
  | { readonly kind: 'everything' }
  | { readonly kind: 'regular meeting' }
  /** Meetings of the workstream with this name. */
  | { readonly kind: 'workstream'; readonly name: string }
  /** Meetings under this title of the calendar. */
  | { readonly kind: 'title'; readonly title: string }
  /** A name that stands for nothing known, or for several titles. */
  | { readonly kind: 'unknown'; readonly name: string };

interface Spelling {
  readonly spelling: string;
  readonly about: About;
}

/** A text in which each name stands as one private-use character. */
export interface MaskedText {
  readonly text: string;
  readonly names: ReadonlyMap<string, Spelling>;
}

const FIRST_MASK = 0xe000;
const MAX_MASKS = 6400;
const REGULAR_NAMES = 'regular weekly biweekly bi main usual normal working group';

/**
 * Takes names out of a plain text, so that what stands in them is not read as a time or a refusal (“Sprint 15 review”).
 * Titles come from anyone who can write the calendar: one of plain words (“15 minutes before”) stays in the text, and one
 * that refuses (“Stop autoscaling”) is a name only where it is introduced as one.
 */
export function maskNames(plain: string, facts: WishFacts): MaskedText {
  const names = new Map<string, Spelling>();
  const squashed = squash(plain);
  const longestFirst = spellingsOf(facts)
    .filter(({ spelling }) => squashed.includes(squash(plainWish(spelling))))
    .filter(({ spelling }) => words(spelling).some(tellsApart))
    .sort((a, b) => b.spelling.length - a.spelling.length)
    .slice(0, MAX_MASKS);
  const text = longestFirst.reduce((masked, one) => {
    const mask = String.fromCodePoint(FIRST_MASK + names.size);
    const replaced = masked.replace(patternOf(one.spelling), mask);
    if (replaced !== masked) names.set(mask, one);
    return replaced;
  }, plain);
  return { text, names };
}

/** Puts the names back. */
export function unmask(text: string, { names }: MaskedText): string {
  return text.replace(/\p{Co}/gu, (mask) => names.get(mask)?.spelling ?? '');
}

/** What a name stands for: spelling, plural and the order of words are free. */
export function resolveName(name: string, facts: WishFacts): About {
  const told = words(name).filter((word) => !isMeetingNoun(word));
  const spellings = spellingsOf(facts);
  const wanted = new Set(
    [name, told.join(' ')].flatMap((text) => [squash(text), singular(squash(text))]),
  );
  const exact = spellings.find(({ spelling }) => wanted.has(squash(spelling)));
  if (exact) return exact.about;
  const regular = regularWords(facts);
  if (told.every((word) => regular.has(word) || regular.has(singular(word)))) {
    return { kind: 'regular meeting' };
  }
  return byWords(told, spellings) ?? byTypo(told.join(' '), spellings) ?? { kind: 'unknown', name };
}

/** The one meeting whose title has all the words. */
function byWords(told: readonly string[], spellings: readonly Spelling[]): About | undefined {
  const holding = spellings.filter(({ spelling }) => {
    const parts = new Set(words(spelling));
    return told.every((word) => parts.has(word) || parts.has(singular(word)));
  });
  const [first, ...others] = holding.map(({ about }) => about);
  return others.every((about) => first && isSame(about, first)) ? first : undefined;
}

function byTypo(told: string, spellings: readonly Spelling[]): About | undefined {
  const [best] = nearest(
    told,
    spellings.map(({ spelling }) => spelling),
  );
  return spellings.find(({ spelling }) => spelling === best)?.about;
}

/** A name in the letters in which someone typed it. */
export function asTyped(name: string, typed: string): string {
  const [found = name] = new RegExp(spelled(name), 'iu').exec(typed.normalize('NFKC')) ?? [];
  return cleanLine(found);
}

export function isSame(a: About, b: About): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Every spelling that stands for something; where two share one, the first holds. */
function spellingsOf({ group, titles }: WishFacts): Spelling[] {
  const { title, aliases } = group.regular_meeting;
  return [
    ...group.workstreams.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((spelling) => ({
        spelling,
        about: { kind: 'workstream', name } as const,
      })),
    ),
    ...[title, ...aliases].map((spelling) => ({
      spelling,
      about: { kind: 'regular meeting' } as const,
    })),
    ...[...new Set(titles)].map((spelling) => ({
      spelling,
      about: { kind: 'title', title: spelling } as const,
    })),
  ];
}

/** Words by which the regular meeting goes without its whole title: “the weekly”, “Wednesday’s meeting”. */
function regularWords({ group }: WishFacts): ReadonlySet<string> {
  const { title, aliases, weekday } = group.regular_meeting;
  return new Set([title, ...aliases, group.name, weekday, REGULAR_NAMES].flatMap(words));
}

function patternOf(spelling: string): RegExp {
  const name = spelled(plainWish(spelling));
  const introduced = refuses(plainWish(spelling))
    ? String.raw`(?<=\b(?:for|before|about|of) (?:the )?)`
    : '';
  return new RegExp(String.raw`${introduced}(?<![\p{L}\p{N}])${name}(?![\p{L}\p{N}])`, 'gu');
}

/** Matches the words of a name, whatever stands between them. */
function spelled(name: string): string {
  return words(name).join(String.raw`[^\p{L}\p{N}]+`);
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}
