import { type CommandDescription, certainly, defineCommand } from './command.ts';
import { findCommand, suggest } from './find-command.ts';
import { commandHelpMessage, helpMessage } from './help-message.ts';
import { unknownCommandMessage } from './unknown-command-message.ts';

/** The name that help is asked for; undefined: everything there is. */
export const help = defineCommand<string | undefined>({
  name: 'help',
  aliases: ['commands'],
  summary: 'what you can ask; with a name, more about that one',
  usage: '[subcommand]',
  details: 'Without a name it lists everything.',
  audience: 'everyone',
  task: 'bot',
  tellsStatus: true,
  anyGroup: true,

  topic: () => [{ intents: ['help'], label: 'What you can ask', typed: 'help', answer: undefined }],

  parse(args, { commands }) {
    if (args === '') return certainly(undefined);
    const isCommand = findCommand(commands, args) ?? suggest(commands, args)[0];
    return { certain: isCommand !== undefined, value: args };
  },

  run(name, context) {
    const { commands, asker, group, slashCommand } = context;
    const isVisible = ({ audience, isFor }: CommandDescription) =>
      (audience === 'everyone' || asker.isOrganizer) && (isFor?.(group) ?? true);
    const visible = commands.filter(isVisible);
    if (name === undefined) return helpMessage(visible, context);
    const command = findCommand(visible, name);
    if (command) return commandHelpMessage(command, slashCommand);
    return unknownCommandMessage(name, suggest(visible, name), slashCommand);
  },
});
