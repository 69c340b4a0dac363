import type { z } from 'zod';
import { SECRETS, SETTINGS, spellingOf } from './environment.ts';
import { misspelt, partlyNamed } from './misspelt.ts';
import { describePasted } from './pasted.ts';
import { slipIn } from './slips.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

const NO_WAY_IN =
  'SLACK_APP_TOKEN is missing; set it to the app-level token (Socket Mode), or set SLACK_SIGNING_SECRET and PORT (HTTP mode)';

/** Each setting's first problem: a typing slip is a better explanation than the schema's message. */
export function settingsProblems(env: Variables, error: z.ZodError | undefined): string[] {
  const given = Object.keys(env).filter((name) => isSet(env[name]));
  const strangers = given.filter((name) => !SETTINGS.includes(name));
  const problems = SETTINGS.flatMap((name) => {
    const value = env[name];
    if (value !== undefined && isSet(value)) return valueProblem(name, value, error) ?? [];
    return nameProblem(name, strangers, error) ?? [];
  });
  const open = !isSet(env.SLACK_APP_TOKEN) && !isSet(env.SLACK_SIGNING_SECRET);
  const explained = problems.some((problem) => /(APP_TOKEN|SIGNING_SECRET)\b/.test(problem));
  return open && !explained ? [...problems, NO_WAY_IN] : problems;
}

/** An empty variable, as in a copied .env.example, counts as not set. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

function valueProblem(name: string, value: string, error: z.ZodError | undefined) {
  const slip = slipIn(name, value, spellingOf(name));
  if (slip !== undefined) return `${name} ${slip}`;
  const message = messageFor(name, error);
  if (message === undefined) return undefined;
  return `${name} ${message} (got ${describePasted(value.trim(), SECRETS.includes(name))})`;
}

function nameProblem(name: string, strangers: readonly string[], error: z.ZodError | undefined) {
  const typo = misspelt(name, strangers);
  if (typo !== undefined) return typoProblem(typo, name);
  const message = messageFor(name, error);
  if (message === undefined) return undefined;
  const part = partlyNamed(name, strangers);
  return `${name} ${message}${part === undefined ? '' : ` (${part} is set; did you mean that?)`}`;
}

function typoProblem(typo: string, name: string): string {
  if (/[^\p{ASCII}]/u.test(typo)) {
    return `${name} has an invisible character before or in its name; save the file as UTF-8 without BOM, and type the name again`;
  }
  return `${typo} is not a setting; call it ${name}, or set that too if ${typo} is another program's`;
}

function messageFor(name: string, error: z.ZodError | undefined): string | undefined {
  return error?.issues.find(({ path }) => path[0] === name)?.message;
}
