import type { z } from 'zod';
import { configProblems, trimmed } from './config.ts';
import { environment, SETTINGS } from './environment.ts';
import type { Variables } from './settings-problems.ts';

const some = environment.partial();

/** The settings that are right, though others may be wrong. */
export interface UsableSettings {
  readonly problems: readonly string[];
  /** The names of the others, including required ones that are missing. */
  readonly wrong: ReadonlySet<string>;
  readonly values: z.infer<typeof some>;
}

/** Reads what can be read of the settings. */
export function usableSettings(env: Variables): UsableSettings {
  const problems = configProblems(env);
  const wrong = new Set(
    SETTINGS.filter((name) => problems.some((line) => new RegExp(`^${name}\\b`).test(line))),
  );
  const right = Object.entries(trimmed(env)).filter(([name]) => !wrong.has(name));
  const parsed = some.safeParse(Object.fromEntries(right));
  return { problems, wrong, values: parsed.data ?? {} };
}
