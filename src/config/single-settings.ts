import { SetupError } from '../errors.ts';
import type { StoreLocation } from '../store/location.ts';
import { storeLocation, trimmed } from './config.ts';
import { environment, parseEnvironment } from './environment.ts';
import { settingsProblems, type Variables } from './settings-problems.ts';

// For programs that need one setting, and work before the others are set.

/** The configured slash command. Fails with SetupError. */
export function slashCommandSetting(env: Variables): string {
  const parsed = environment.pick({ SLASH_COMMAND: true }).safeParse(trimmed(env));
  if (!parsed.success) throw problemsOf('SLASH_COMMAND', env);
  return parsed.data.SLASH_COMMAND;
}

/** Where the store is. Fails with SetupError. */
export function storeSetting(env: Variables): StoreLocation {
  const parsed = environment.pick({ DATABASE_URL: true }).safeParse(trimmed(env));
  if (!parsed.success) throw problemsOf('DATABASE_URL', env);
  return storeLocation(parsed.data.DATABASE_URL);
}

function problemsOf(setting: string, env: Variables): SetupError {
  const { error } = parseEnvironment(trimmed(env));
  return new SetupError(settingsProblems(env, error).filter((line) => line.includes(setting)));
}
