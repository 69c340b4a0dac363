import { titlesOf, weekdays } from '../group/published-meetings.ts';
import type { Group } from '../group/schema.ts';
import { cleanLine } from '../text/plain.ts';
import { nearest, squash, words } from '../text/similarity.ts';
import { isMeetingNoun } from './wish-words.ts';

/** What names of meetings are looked up in. */
export interface WishFacts {
  readonly group: Pick<Group, 'name' | 'workstreams' | 'meetings'>;
  /** Titles of the upcoming meetings. */
  readonly titles: readonly string[];
}

/** Which meetings a wish is for. */
export type About =
  | { readonly kind: 'everything' }
  | { readonly kind: 'regular meeting' }
  /** Meetings of the workstream with this name. */
  | { readonly kind: 'workstream'; readonly name: string }
  /** Meetings with this title in the calendar. */
  | { readonly kind: 'title'; readonly title: string }
  /** A name that matches nothing known, or several titles. */
  | { readonly kind: 'unknown'; readonly name: string };

/** One way to write a name. */
export interface Spelling {
  readonly spelling: string;
  readonly about: About;
}

const REGULAR_NAMES = 'regular weekly biweekly bi main usual normal working group';

/** What a name stands for, whatever its spelling, plural and word order. */
export function resolveName(name: string, facts: WishFacts): About {
  const told = words(name).filter((word) => !isMeetingNoun(word));
  const spellings = spellingsOf(facts);
  const wanted = new Set(
    [name, told.join(' ')].flatMap((text) => [squash(text), singular(squash(text))]),
  );
  const exact = spellings.find(({ spelling }) => wanted.has(squash(spelling)));
  if (exact) return exact.about;
  const regular = regularWords(facts);
  if (
    facts.group.meetings.length > 0 &&
    told.every((word) => regular.has(word) || regular.has(singular(word)))
  ) {
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

/** A name as someone typed it. */
export function asTyped(name: string, typed: string): string {
  const parts = words(name).filter((word) => word !== 'and');
  const spelling = new RegExp(parts.join(String.raw`(?:[^\p{L}\p{N}]|\band\b|\bor\b)+`), 'iu');
  const [found = name] = spelling.exec(typed.normalize('NFKC')) ?? [];
  return cleanLine(found);
}

export function isSame(a: About, b: About): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a text names the group: “WG Serving”, “the working group”. */
export function isGroup(text: string, { group }: WishFacts): boolean {
  const own = new Set(words(`${group.name} working group`));
  const told = words(text);
  return told.length > 0 && told.every((word) => own.has(word));
}

/** Every known spelling; if two names share one, the first wins. */
export function spellingsOf({ group, titles }: WishFacts): Spelling[] {
  const [regular, ...others] = group.meetings;
  return [
    ...group.workstreams.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((spelling) => ({
        spelling,
        about: { kind: 'workstream', name } as const,
      })),
    ),
    ...(regular ? titlesOf(regular) : []).map((spelling) => ({
      spelling,
      about: { kind: 'regular meeting' } as const,
    })),
    ...[...new Set([...others.flatMap(titlesOf), ...titles])].map((spelling) => ({
      spelling,
      about: { kind: 'title', title: spelling } as const,
    })),
  ];
}

/** Short names for the regular meeting: “the weekly”, “Wednesday’s meeting”. */
function regularWords({ group }: WishFacts): ReadonlySet<string> {
  const [regular] = group.meetings;
  const own = regular ? [...titlesOf(regular), weekdays({ meetings: [regular] })] : [];
  return new Set([...own, group.name, REGULAR_NAMES].flatMap(words));
}

/** Matches the words of a name, whatever separates them. */
export function spelled(name: string): string {
  return words(name).join(String.raw`[^\p{L}\p{N}]+`);
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}
