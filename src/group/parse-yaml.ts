import type { z } from 'zod';
import { issueWords } from './issue-words.ts';
import { type Path, readYaml, type YamlSource } from './yaml-source.ts';

/** What is valid in each part of a file but contradictory as a whole. Paths are those in the file. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

export type ParsedYaml<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Parses a YAML file that people write. Each problem reads `path: what is wrong (line 12, column 3)`, or
 * starts with its line if the file is not YAML.
 */
export function parseYaml<T>(
  yaml: string,
  schema: z.ZodType<T>,
  contradictions: (value: T) => readonly Contradiction[] = () => [],
): ParsedYaml<T> {
  const source = readYaml(yaml);
  if (!source.ok) return source;
  const parsed = schema.safeParse(source.content, { error: issueWords });
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.flatMap((issue) => told(issue, source)) };
  }
  const problems = contradictions(parsed.data).map(({ path, what }) =>
    problemLine(path, what, source.placeOf(path)),
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

function told(issue: z.core.$ZodIssue, source: YamlSource & { ok: true }): string[] {
  return likeliest(issue).flatMap((one) => problemLines(one, source));
}

/**
 * Of the forms that a value may have, the one that it comes closest to: what keeps it from that form is
 * what its author has to know.
 */
function likeliest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const closest = issue.errors.reduce((best, form) =>
    against(form) < against(best) ? form : best,
  );
  return closest
    .map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
    .flatMap((one) => likeliest(one));
}

const ANOTHER_TYPE = 100;

/** How much speaks against a form: a value of another type most, and each key that it does not know. */
function against(issues: readonly z.core.$ZodIssue[]): number {
  const weights = issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.length;
    const isType = issue.code === 'invalid_type' || issue.code === 'invalid_value';
    return isType && issue.path.length === 0 ? ANOTHER_TYPE : 1;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function problemLines(issue: z.core.$ZodIssue, source: YamlSource & { ok: true }): string[] {
  const { path } = issue;
  if (issue.code !== 'unrecognized_keys') {
    return [problemLine(path, issue.message, source.placeOf(path))];
  }
  return issue.keys.map((key) =>
    problemLine([...path, key], 'is not a key of this file', source.placeOfKey(path, key)),
  );
}

function problemLine(path: Path, what: string, place: string | undefined): string {
  const where = path.map(String).join('.') || 'the file';
  return place === undefined ? `${where}: ${what}` : `${where}: ${what} (${place})`;
}
