import { nearest } from '../text/similarity.ts';
import type { CommandDescription } from './command.ts';

/** The command with this name or alias. */
export function findCommand<C extends CommandDescription>(
  commands: readonly C[],
  typed: string,
): C | undefined {
  const name = typed.toLowerCase();
  return commands.find((command) => command.name === name || command.aliases.includes(name));
}

/** Up to three commands whose names or aliases are near to what was typed. */
export function suggest<C extends CommandDescription>(commands: readonly C[], typed: string): C[] {
  const names = commands.flatMap((command) => [command.name, ...command.aliases]);
  const found = nearest(typed, names).map((name) => findCommand(commands, name));
  return [...new Set(found.filter((command) => command !== undefined))].slice(0, 3);
}
