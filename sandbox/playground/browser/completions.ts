import type { CommandDescription } from '../../../src/commands/command.ts';
import { usageLine } from '../../../src/commands/help-message.ts';
import { readManifest } from '../../slack/manifest.ts';
import type { Completion } from './state.ts';

/** The slash command registered in manifest.yml, with the bot's own list of subcommands. */
export function completionsOf(commands: readonly CommandDescription[]): Completion[] {
  return readManifest().features.slash_commands.flatMap(({ command, description }) => [
    { text: command, hint: description },
    ...commands.map((subcommand) => ({
      text: usageLine(subcommand, command),
      hint: subcommand.summary,
    })),
  ]);
}
