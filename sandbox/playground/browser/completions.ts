import type { Command } from '../../../src/commands/command.ts';
import { readManifest } from '../../slack/manifest.ts';
import type { Completion } from './state.ts';

/** The slash command that manifest.yml registers, with the bot's own list of subcommands. */
export function completionsOf(commands: readonly Command[]): Completion[] {
  return readManifest().features.slash_commands.flatMap(({ command, description }) => [
    { text: command, hint: description },
    ...commands.map(({ name, usage, summary }) => ({
      text: [command, name, usage].filter((part) => part !== '').join(' '),
      hint: summary,
    })),
  ]);
}
