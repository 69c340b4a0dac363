import { cleanLine, ellipsize } from '../text/plain.ts';
import { nearest } from '../text/similarity.ts';
import type { Command } from './command.ts';

/** What a text asks for. `text` is all of it, cleaned. */
export type Request = { readonly text: string } & (
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly args: string;
      /** Not by an alias: `how` may well begin a question. */
      readonly byName: boolean;
    }
  | { readonly kind: 'unknown'; readonly suggestions: readonly Command[] }
);

// Slack cuts a message at 40,000 characters; no command needs more than this.
const MAX_TEXT_LENGTH = 2000;
// A slip of one who types a command; more words are a question.
const MAX_TYPO_WORDS = 2;

/** Reads a text as a subcommand and its arguments. An empty text asks for help. */
export function parseRequest(commands: readonly Command[], typed: string): Request {
  const text = ellipsize(cleanLine(typed.slice(0, 2 * MAX_TEXT_LENGTH)), MAX_TEXT_LENGTH);
  const [first = '', ...rest] = text.split(' ');
  const name = first.replace(/^[/-]+|[?.!,;:]+$/gu, '') || 'help';
  const command = findCommand(commands, name);
  if (command) {
    const byName = command.name === name.toLowerCase();
    return { kind: 'command', text, command, args: rest.join(' '), byName };
  }
  const slip = rest.length < MAX_TYPO_WORDS && !text.endsWith('?');
  return { kind: 'unknown', text, suggestions: slip ? suggest(commands, name) : [] };
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
