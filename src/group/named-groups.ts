import { words } from '../text/similarity.ts';
import type { Group } from './schema.ts';

/** Which group a text names, and what is left of the text without the name. */
export type NamedGroup =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'one';
      readonly group: Group;
      readonly rest: string;
      /** Without its kind, as in “batch”, which is also a word like any other. */
      readonly isBare: boolean;
    }
  | { readonly kind: 'several'; readonly groups: readonly Group[] };

interface Spelling {
  readonly pattern: RegExp;
  /** More than one if several groups have the same name. */
  readonly groups: readonly Group[];
  /** In every text that the pattern matches. */
  readonly word: string;
}

const KIND_WORDS = {
  sig: '(?:sig|special interest group)',
  wg: '(?:wg|working group)',
  ug: '(?:ug|user group)',
  committee: 'committee',
} as const;

/**
 * Reads names of these groups in texts. `isWord`: whether a word, or words with hyphens between them, means
 * something else and is no name by itself.
 */
export function groupNameReader(
  groups: readonly Group[],
  isWord: (word: string) => boolean = () => false,
): (text: string) => NamedGroup {
  const spellings = spellingsOf(groups, isWord);
  return (text) => {
    const named = new Set<Group>();
    let rest = text;
    const lower = text.toLowerCase();
    for (const { groups: owners, pattern, word } of spellings) {
      // Of a hundred patterns, a text can match one or two, and each takes long to compile.
      if (!lower.includes(word)) continue;
      const without = rest.replace(pattern, ' ');
      if (without === rest) continue;
      for (const owner of owners) named.add(owner);
      rest = without;
    }
    const [group, ...others] = named;
    if (!group) return { kind: 'none' };
    if (others.length > 0)
      return { kind: 'several', groups: groups.filter((one) => named.has(one)) };
    return { kind: 'one', group, rest: withoutGap(rest), isBare: false };
  };
}

/** The group of which this is the name without its kind, such as `batch`, or any other of its names. */
export function groupOfBareName(groups: readonly Group[], typed: string): Group | undefined {
  const wanted = words(typed).join(' ');
  if (wanted === '') return undefined;
  return groups.find((group) =>
    [...namesOf(group), bareName(group)].some((name) => words(name).join(' ') === wanted),
  );
}

/** Longer names come first: `wg etcd operator` is not `etcd`. */
function spellingsOf(groups: readonly Group[], isWord: (word: string) => boolean): Spelling[] {
  const forms = groups.flatMap((group) => [
    ...namesOf(group)
      .map(words)
      .filter((parts) => !isWord(parts.join('-')))
      .map((parts) => ({ group, source: joined(parts), word: longest(parts) })),
    ...kindForms(group).map((source) => ({ group, source, word: longest(words(bareName(group))) })),
  ]);
  const bySource = Map.groupBy(
    forms.filter(({ source }) => source !== ''),
    ({ source }) => source,
  );
  return [...bySource]
    .sort(([a], [b]) => b.length - a.length)
    .map(([source, owners]) => ({
      pattern: wholeWords(`#?${source}(?:['’]s)?`),
      groups: [...new Set(owners.map(({ group }) => group))],
      word: owners[0]?.word ?? '',
    }));
}

/** The longest of these words, which the fewest texts have. */
export function longest(parts: readonly string[]): string {
  return parts.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** Matches what is not part of a longer word. */
export function wholeWords(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source}(?![\p{L}\p{N}])`, 'giu');
}

function namesOf({ id, name, fullName, contact }: Group): string[] {
  return [id, name, fullName, contact.slackChannel].filter((one) => one !== undefined);
}

/** “Working group serving” and “the serving WG”. */
function kindForms(group: Group): string[] {
  const bare = spaced(bareName(group));
  if (group.kind === undefined || bare === '') return [];
  const kind = KIND_WORDS[group.kind];
  return [String.raw`${kind}[\s_-]+${bare}`, String.raw`${bare}[\s_-]+${kind}`];
}

/** The name without its kind: “Serving” of WG Serving, “Steering” of Steering Committee. */
export function bareName({ name, kind }: Group): string {
  const parts = words(name);
  const without = parts.filter((word, at) => {
    const isEdge = at === 0 || at === parts.length - 1;
    return !(isEdge && word === kind);
  });
  return without.join(' ');
}

/** Matches the words of a name, whatever separates them. */
export function spaced(name: string): string {
  return joined(words(name));
}

function joined(parts: readonly string[]): string {
  return parts.join(String.raw`[\s_-]+`);
}

/** A text from which a name was taken. */
export function withoutGap(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\s+([?.!,])/gu, '$1')
    .replace(/\b(?:of|for|in|at|from)(?:\s+the)?\s*([?.!]*)$/iu, '$1')
    .trim();
}
