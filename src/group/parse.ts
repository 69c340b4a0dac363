import { contradictions } from './contradictions.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { type Group, group } from './schema.ts';

export type GroupResult =
  | { readonly ok: true; readonly group: Group }
  | Extract<ParsedYaml<Group>, { ok: false }>;

/** Parses the text of a group file. */
export function parseGroup(yaml: string): GroupResult {
  const parsed = parseYaml(yaml, group, contradictions);
  return parsed.ok ? { ok: true, group: parsed.value } : parsed;
}
