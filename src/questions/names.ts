import { squash } from '../text/similarity.ts';
import { COMMUNITY } from './community.ts';
import { plain, wordsOf } from './words.ts';

/** What a name names. `own`: the group itself. `other`: somebody else's group or project. */
export type Tag =
  | 'stream'
  | 'meeting'
  | 'guide'
  | 'fact'
  | 'person'
  | 'own'
  | 'other'
  | 'month'
  | 'weekday'
  | 'city'
  | 'number';

/** Something that has a name, and what people call it. */
export interface Named {
  readonly tag: Tag;
  /** Identifies what is named, for the entries about it. */
  readonly id: string;
  readonly phrases: readonly string[];
}

/** What the same name may stand for: a workstream and its meeting have one. */
export interface Sense {
  readonly tag: Tag;
  readonly ids: readonly string[];
}

/** The names of other groups and projects, but not of the one with these names. */
export function otherGroups(own: readonly string[]): Named {
  const mine = new Set(own.map(squash));
  const groups = (['sig', 'wg', 'committee'] as const).flatMap((kind) =>
    COMMUNITY[kind]
      .map((name) => groupPhrases(kind, name))
      .filter((phrases) => !phrases.some((phrase) => mine.has(squash(phrase))))
      .flat(),
  );
  const projects = COMMUNITY.project.filter((name) => !mine.has(squash(name)));
  return { tag: 'other', id: 'other', phrases: [...groups, ...projects] };
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  sig: ['sig', 'special interest group'],
  wg: ['wg', 'working group', 'workgroup'],
  ug: ['ug', 'user group'],
  committee: ['committee'],
};

/** As people write a group’s name: `WG Serving`, `serving wg`, `Serving Working Group`. */
export function groupPhrases(kind: string, name: string): string[] {
  const kinds = KINDS[kind] ?? [kind];
  return kinds.flatMap((word) => [`${word} ${name}`, `${name} ${word}`]);
}

/** Names of months and weekdays in the languages that the examples are in. */
export function calendarNames(): Named[] {
  const locales = ['en', 'de', 'fr', 'es', 'pt'];
  const name = (field: 'month' | 'weekday', style: 'long' | 'short', count: number) =>
    locales.flatMap((locale) => {
      if (style === 'short' && locale !== 'en') return [];
      const format = new Intl.DateTimeFormat(locale, { [field]: style, timeZone: 'UTC' });
      const at = (n: number) =>
        Date.UTC(2024, field === 'month' ? n : 0, field === 'month' ? 1 : n + 1);
      return Array.from({ length: count }, (_, n) => format.format(at(n)).replace('.', ''));
    });
  return [
    // “May” and “mar” are words as well.
    {
      tag: 'month',
      id: 'month',
      phrases: [...name('month', 'long', 12), ...name('month', 'short', 12)].filter(
        (month) => !/^ma[yr]|mars$/iu.test(month),
      ),
    },
    {
      tag: 'weekday',
      id: 'weekday',
      phrases: [
        ...name('weekday', 'long', 7),
        ...name('weekday', 'short', 7),
        'tues',
        'thurs',
        'weds',
      ],
    },
  ];
}

/** Cities that have a time zone of their own, as in `Europe/Berlin`. */
export function cityNames(): Named {
  const cities = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const [, area, city, more] =
      /^(Africa|America|Asia|Australia|Europe|Pacific)\/([A-Za-z_]+)(\/.*)?$/u.exec(zone) ?? [];
    return area && city && !more ? [city.replaceAll('_', ' ')] : [];
  });
  return { tag: 'city', id: 'city', phrases: cities };
}

/** All senses of each name, by its letters alone. */
export function indexNames(names: readonly Named[]): ReadonlyMap<string, Sense> {
  const index = new Map<string, Sense>();
  for (const { tag, id, phrases } of names) {
    for (const phrase of phrases.flatMap(spellings)) {
      const known = index.get(phrase);
      if (!known) index.set(phrase, { tag, ids: [id] });
      else if (!known.ids.includes(id)) index.set(phrase, { ...known, ids: [...known.ids, id] });
    }
  }
  index.delete('');
  return index;
}

/** A name’s letters, and the initials of a long one: `Large Model Routing` is also `LMR`. */
function spellings(phrase: string): string[] {
  const words = wordsOf(plain(phrase));
  const joined = words.join('');
  const isLong =
    words.length >= 3 && words.length <= 5 && words.every((word) => /^\p{L}/u.test(word));
  return isLong ? [joined, words.map((word) => word[0]).join('')] : [joined];
}
