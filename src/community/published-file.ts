import { z } from 'zod';
import { type Path, readYaml } from '../group/yaml-source.ts';
import { type PublishedGroup, readPublishedGroup } from './published-group.ts';
import type { Dropped } from './tolerant.ts';

export type Kind = 'sig' | 'wg' | 'ug' | 'committee';

/** One entry of sigs.yaml. */
export interface Listing {
  readonly kind: Kind;
  readonly group: PublishedGroup;
  /** Where the entry is in the file, such as `sigs`, 3. */
  readonly path: Path;
  readonly dropped: readonly Dropped[];
}

export type PublishedFile =
  | {
      readonly ok: true;
      readonly listings: readonly Listing[];
      /** What could not be read at all. */
      readonly dropped: readonly Dropped[];
      /** `line 12, column 3` of a path in the file. */
      placeOf(path: Path): string | undefined;
    }
  | { readonly ok: false; readonly problem: string };

// The file has less than 200 kB, and parsing takes about a second a megabyte.
export const MAX_BYTES = 4_000_000;

// The facts of all 35 groups have some 7,000 marks, and the file a few more fields. The parser compares each key of a map with all others.
const MARK = /[:,\n]/gu;
const MAX_MARKS = 60_000;
// The file nests its lists and maps six deep.
const MAX_DEPTH = 100;
const NESTED_ON_A_LINE = new RegExp(String.raw`^(?:\s*[-?] ){${MAX_DEPTH}}`, 'mu');

const KINDS = {
  sigs: 'sig',
  workinggroups: 'wg',
  usergroups: 'ug',
  committees: 'committee',
} as const satisfies Record<string, Kind>;

const LISTS = ['sigs', 'workinggroups', 'usergroups', 'committees'] as const;

const file = z.object({
  sigs: z.array(z.unknown()),
  workinggroups: z.array(z.unknown()),
  usergroups: z.array(z.unknown()),
  committees: z.array(z.unknown()),
});

/**
 * Reads sigs.yaml, the community's list of its groups. An entry that can't be read affects no other. Fails,
 * with a sentence, for anything that is not the whole file: half of it would say that the other groups
 * are gone.
 */
export function readPublishedFile(text: string): PublishedFile {
  if (text.length > MAX_BYTES) return failed(`is larger than ${MAX_BYTES / 1_000_000} MB`);
  if (text.trim() === '') return failed('is empty');
  if (/^\s*</u.test(text)) return failed('is a web page, not the list of groups');
  // The parser would take minutes and gigabytes for these.
  if (isNestedTooDeeply(text)) return failed('is nested too deeply');
  if ((text.match(MARK)?.length ?? 0) > MAX_MARKS) return failed('has far too many entries');
  const source = parsed(text);
  if (!source.ok) return failed(source.problem);
  const lists = file.safeParse(source.content);
  if (!lists.success) return failed(missingWords(lists.error.issues[0]));
  // Whoever writes the file ends it with a line break.
  if (!/\n$/u.test(text)) return failed('is cut short: its last line has no end');
  const read = LISTS.flatMap((list) =>
    lists.data[list].map((entry, index) => readEntry(KINDS[list], [list, index], entry)),
  );
  return {
    ok: true,
    listings: read.flatMap((one) => ('group' in one ? [one] : [])),
    dropped: read.flatMap((one) => ('group' in one ? [] : one.dropped)),
    placeOf: source.placeOf,
  };
}

function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return NESTED_ON_A_LINE.test(text);
}

function readEntry(
  kind: Kind,
  path: Path,
  entry: unknown,
): Listing | { readonly dropped: readonly Dropped[] } {
  const { parsed: group, dropped } = readPublishedGroup(entry);
  const located = dropped.map((one) => ({ ...one, path: [...path, ...one.path] }));
  return group === undefined ? { dropped: located } : { kind, group, path, dropped: located };
}

function parsed(text: string) {
  try {
    const source = readYaml(text);
    return source.ok ? source : { ok: false as const, problem: notYaml(source.problems[0]) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false as const, problem: notYaml(error.message) };
    throw error;
  }
}

/** The parser may run out of stack, and says so as of any other mistake. */
function notYaml(why = 'it can’t be parsed'): string {
  return why.includes('call stack') ? 'is nested too deeply' : `is not YAML: ${why}`;
}

function missingWords(issue: z.core.$ZodIssue | undefined): string {
  const list = issue?.path[0];
  return typeof list === 'string'
    ? `is cut short, or has another form than it had: it has no list of ${list}`
    : 'has another form than it had';
}

function failed(problem: string): PublishedFile {
  return { ok: false, problem };
}
