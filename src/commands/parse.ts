import { cleanLine, ellipsize } from '../text/plain.ts';
import { nearest } from '../text/similarity.ts';
import type { Command } from './command.ts';

/** What a text asks for. */
export type Request =
  | { readonly kind: 'command'; readonly command: Command; readonly args: string }
  | { readonly kind: 'unknown'; readonly typed: string; readonly suggestions: readonly Command[] };

// Slack cuts a message at 40,000 characters; no command needs more than this.
const LONGEST_TEXT = 2000;

/** Reads a text as a subcommand and its arguments. An empty text asks for help. */
export function parseRequest(commands: readonly Command[], text: string): Request {
  const cleaned = ellipsize(cleanLine(text.slice(0, 2 * LONGEST_TEXT)), LONGEST_TEXT);
  const [first = '', ...rest] = cleaned.split(' ');
  const typed = first.replace(/^[/-]+|[?.,;:]+$/gu, '') || 'help';
  const command = findCommand(commands, typed);
  if (command) return { kind: 'command', command, args: rest.join(' ') };
  return { kind: 'unknown', typed: cleaned, suggestions: suggest(commands, typed) };
}

/** The command with this name or alias. */
export function findCommand(commands: readonly Command[], typed: string): Command | undefined {
  const name = typed.toLowerCase();
  return commands.find((command) => command.name === name || command.aliases.includes(name));
}

/** Up to three commands whose names or aliases are near to what was typed. */
export function suggest(commands: readonly Command[], typed: string): Command[] {
  const names = commands.flatMap((command) => [command.name, ...command.aliases]);
  const found = nearest(typed, names).map((name) => findCommand(commands, name));
  return [...new Set(found.filter((command) => command !== undefined))].slice(0, 3);
}
