import type { z } from 'zod';
import type { groupSchema } from '../group/schema.ts';
import { removeIn, setIn, type YamlPath } from './edit-yaml.ts';

/** A group file that could be read, with the keys that it has in YAML. */
export type GroupOnFile = z.output<typeof groupSchema>;

/** Something in a file that is not as published, and was left as it is. */
export interface Kept {
  readonly path: YamlPath;
  readonly what: string;
}

/** The text of a file after some edits. */
export interface Edited {
  readonly yaml: string;
  readonly kept: readonly Kept[];
}

/** Applies edits one after another. */
export function edited(
  yaml: string,
  steps: readonly ((yaml: string) => Edited)[],
  kept: readonly Kept[] = [],
): Edited {
  return steps.reduce<Edited>(
    (before, step) => {
      const after = step(before.yaml);
      return { yaml: after.yaml, kept: before.kept.concat(after.kept) };
    },
    { yaml, kept },
  );
}

/** Sets the keys of a map that differ from `known`. `whole`: keys that `wanted` lacks are removed. */
export function synced(
  yaml: string,
  path: YamlPath,
  known: object,
  wanted: object,
  extent: 'these keys' | 'whole' = 'these keys',
): string {
  const before = new Map(Object.entries(known));
  const after = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const gone =
    extent === 'whole' ? [...before.keys()].filter((key) => !Object.hasOwn(wanted, key)) : [];
  const without = gone.reduce((text, key) => removeIn(text, [...path, key]), yaml);
  return after.reduce(
    (text, [key, value]) =>
      JSON.stringify(before.get(key)) === JSON.stringify(value)
        ? text
        : setIn(text, [...path, key], value),
    without,
  );
}
