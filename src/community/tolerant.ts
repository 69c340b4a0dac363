import { z } from 'zod';

/** A value that was left out, since it is not what it should be. */
export interface Dropped {
  readonly path: readonly PropertyKey[];
  readonly what: string;
}

// Each round drops at least one value, and a defect nests no deeper than the file.
const MAX_ROUNDS = 20;

/** A text that may be absent, empty or a bare number. */
export const looseText = z
  .union([z.string(), z.number().transform(String), z.null()])
  .optional()
  .transform((text) => text?.trim() || undefined);

/** A list whose defective entries are left out. Each of the others is with its place in the list. */
export function looseList<T extends z.ZodType>(entry: T) {
  return z
    .array(entry.optional())
    .nullish()
    .transform((list) =>
      (list ?? []).flatMap((value, index) => (value === undefined ? [] : [{ value, index }])),
    );
}

/**
 * Parses as much of a value as fits. What does not fit is dropped, and so is what needs it: a person
 * without a name goes, the other people stay. `value` is changed. Undefined if nothing remains.
 */
export function parseTolerantly<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly parsed: T | undefined; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = schema.safeParse(value);
    if (result.success) return { parsed: result.data, dropped };
    for (const { path, message } of result.error.issues) {
      if (dropped.some((one) => isWithin(path, one.path))) continue;
      const gone = drop(value, path);
      if (gone === undefined) {
        return { parsed: undefined, dropped: [...dropped, { path, what: message }] };
      }
      dropped.push({ path: gone, what: message });
    }
  }
  return { parsed: undefined, dropped };
}

/** Drops the value at a path, or if there is none, what lacks it. Returns the path of what was dropped. */
function drop(root: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] | undefined {
  const key = path.at(-1);
  if (key === undefined) return undefined;
  const holder = path.slice(0, -1).reduce<unknown>((at, step) => inside(at, step), root);
  if (inside(holder, key) === undefined) return drop(root, path.slice(0, -1));
  Reflect.set(Object(holder), key, undefined);
  return path;
}

function inside(holder: unknown, key: PropertyKey): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}

function isWithin(path: readonly PropertyKey[], outer: readonly PropertyKey[]): boolean {
  return outer.every((step, index) => path[index] === step);
}
