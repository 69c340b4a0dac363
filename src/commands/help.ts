import { type Command, SLASH_COMMAND } from './command.ts';
import { commandHelpMessage, helpMessage } from './help-message.ts';
import { findCommand, suggest } from './parse.ts';
import { unknownCommandMessage } from './unknown-command-message.ts';

/** Help over the list that it is part of; `all` is called when help runs. */
export function helpOver(all: () => readonly Command[]): Command {
  return {
    name: 'help',
    aliases: ['commands'],
    summary: 'what you can ask; with a name, more about that one',
    usage: '[subcommand]',
    details: 'Without a name it lists everything.',
    audience: 'everyone',
    takes: ({ args }) => findCommand(all(), args) !== undefined || suggest(all(), args).length > 0,
    run({ args, group, asker }) {
      const visible = all().filter((c) => c.audience === 'everyone' || asker.isOrganizer);
      if (args === '') return helpMessage(visible, group, SLASH_COMMAND);
      const command = findCommand(visible, args);
      if (command) return commandHelpMessage(command, SLASH_COMMAND);
      return unknownCommandMessage(args, suggest(visible, args), SLASH_COMMAND);
    },
  };
}
