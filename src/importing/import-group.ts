import type { CustomPart } from '../community/custom-part.ts';
import type { GroupFacts } from '../community/group-facts.ts';
import { parseGroup } from '../group/parse.ts';
import { groupSchema } from '../group/schema.ts';
import { readYaml } from '../group/yaml-source.ts';
import type { Kept } from './edited.ts';
import { mergeGroup } from './merge-group.ts';
import { newGroupFile } from './new-group-file.ts';

/** What an import makes of a group's file. */
export type ImportResult =
  | {
      readonly ok: true;
      readonly outcome: 'new' | 'changed' | 'unchanged';
      readonly yaml: string;
      readonly kept: readonly Kept[];
      /** Titles of the meetings that are in one of several weeks, and nobody knows in which. */
      readonly weekUnknown: readonly string[];
    }
  /** The file, as it is or as it would be, can't be read by the bot. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Makes a group's file from what is published, or brings the one that exists in line with it. */
export function importGroup(
  yaml: string | undefined,
  facts: GroupFacts,
  page: CustomPart | undefined,
): ImportResult {
  const made = yaml === undefined ? newFile(facts, page) : merged(yaml, facts, page);
  if (!made.ok) return made;
  const read = parseGroup(made.yaml);
  if (!read.ok) return read;
  const weekUnknown = read.group.meetings.flatMap(({ title, when }) =>
    when?.kind === 'weekly' && when.everyWeeks > 1 && when.anchor === undefined ? [title] : [],
  );
  const outcome = yaml === undefined ? 'new' : yaml === made.yaml ? 'unchanged' : 'changed';
  return { ok: true, outcome, yaml: made.yaml, kept: made.kept, weekUnknown };
}

function newFile(facts: GroupFacts, page: CustomPart | undefined) {
  return { ok: true as const, yaml: newGroupFile(facts, page), kept: [] };
}

function merged(yaml: string, facts: GroupFacts, page: CustomPart | undefined) {
  const read = parseGroup(yaml);
  if (!read.ok) return read;
  const source = readYaml(yaml);
  if (!source.ok) return source;
  const file = groupSchema.parse(source.content);
  return { ok: true as const, ...mergeGroup(yaml, file, facts, page) };
}
