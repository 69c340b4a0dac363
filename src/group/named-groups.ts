import { words } from '../text/similarity.ts';
import type { Group } from './schema.ts';

/** Which group a text names, and what is left of the text without the name. */
export type NamedGroup =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly group: Group; readonly rest: string }
  | { readonly kind: 'several'; readonly groups: readonly Group[] };

interface Spelling {
  readonly group: Group;
  readonly pattern: RegExp;
  /** In every text that the pattern matches. */
  readonly word: string;
}

const KIND_WORDS = {
  sig: '(?:sig|special interest group)',
  wg: '(?:wg|working group)',
  ug: '(?:ug|user group)',
  committee: 'committee',
} as const;

/** Reads names of these groups in texts. */
export function groupNameReader(groups: readonly Group[]): (text: string) => NamedGroup {
  const spellings = spellingsOf(groups);
  return (text) => {
    const named = new Set<Group>();
    let rest = text;
    const lower = text.toLowerCase();
    for (const { group, pattern, word } of spellings) {
      // Of a hundred patterns, a text can match one or two, and each takes long to compile.
      if (!lower.includes(word)) continue;
      const without = rest.replace(pattern, ' ');
      if (without === rest) continue;
      named.add(group);
      rest = without;
    }
    const [group, ...others] = named;
    if (!group) return { kind: 'none' };
    if (others.length > 0) return { kind: 'several', groups: [...named] };
    return { kind: 'one', group, rest: tidy(rest) };
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
function spellingsOf(groups: readonly Group[]): Spelling[] {
  return groups
    .flatMap((group) => [
      ...namesOf(group).map((name) => ({ group, name, source: spaced(name), words: words(name) })),
      ...kindForms(group).map((source) => ({
        group,
        name: source,
        source,
        words: words(bareName(group)),
      })),
    ])
    .sort((a, b) => b.name.length - a.name.length)
    .map(({ group, source, words }) => ({
      group,
      word: words.toSorted((a, b) => b.length - a.length)[0] ?? '',
      pattern: new RegExp(
        String.raw`(?<![\p{L}\p{N}])#?${source}(?:['’]s)?(?![\p{L}\p{N}])`,
        'giu',
      ),
    }));
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

/** The name without its kind: “Serving” of WG Serving. */
function bareName({ name, kind }: Group): string {
  const [first = '', ...others] = words(name);
  return first === kind ? others.join(' ') : name;
}

/** Matches the words of a name, whatever separates them. */
function spaced(name: string): string {
  return words(name).join(String.raw`[\s_-]+`);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\s+([?.!,])/gu, '$1')
    .replace(/\b(?:of|for|in|at|from)(?:\s+the)?\s*([?.!]*)$/iu, '$1')
    .trim();
}
