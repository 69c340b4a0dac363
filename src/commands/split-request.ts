import { cleanLine, ellipsize } from '../text/plain.ts';
import type { Command } from './command.ts';
import { findCommand, suggest } from './find-command.ts';

/** A text split into a subcommand's name and what follows it. `text` is all of it, cleaned. */
export type SplitRequest = { readonly text: string } & (
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly args: string;
      /** A question may well begin with an alias such as `how`, and a sentence with any name. */
      readonly isCommand: boolean;
    }
  | { readonly kind: 'unknown'; readonly suggestions: readonly Command[] }
);

// Slack cuts a message at 40,000 characters; no command needs more than this.
const MAX_TEXT_LENGTH = 2000;
// A slip of one who types a command; more words are a question.
const MAX_TYPO_WORDS = 2;

// “About the release of the next version” is a sentence.
const MAX_ARGUMENTS = 3;

/** Splits a text. An empty one asks for help. */
export function splitRequest(commands: readonly Command[], typed: string): SplitRequest {
  const text = ellipsize(cleanLine(typed.slice(0, 2 * MAX_TEXT_LENGTH)), MAX_TEXT_LENGTH);
  const [first = '', ...rest] = text.split(' ');
  const name = first.replace(/^[/-]+|[?.!,;:]+$/gu, '') || 'help';
  const command = findCommand(commands, name);
  if (command) {
    const byName = command.name === name.toLowerCase();
    const isCommand = byName && rest.length <= MAX_ARGUMENTS;
    return { kind: 'command', text, command, args: rest.join(' '), isCommand };
  }
  const slip = rest.length < MAX_TYPO_WORDS && !text.endsWith('?');
  return { kind: 'unknown', text, suggestions: slip ? suggest(commands, name) : [] };
}
