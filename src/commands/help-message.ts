import type { Group } from '../group/schema.ts';
import { context, header, message, section, sections } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { code, join, link, type Mrkdwn, md, ownText } from '../messages/mrkdwn.ts';
import type { CommandDescription } from './command.ts';

/** All subcommands. */
export function helpMessage(
  entries: readonly CommandDescription[],
  group: Group,
  command: string,
): Message {
  const names = entries.map((entry) => entry.name).join(', ');
  return message(md`I answer for ${group.name}. Type ${command} and one of: ${names}.`, [
    header(`${group.name} bot`),
    section(md`I know the group's meetings, people and documents. Type one of these:`),
    sections(entries.map((entry) => md`• ${typed(entry, command)}  ${entry.summary}`)),
    context(
      md`Answers are for you alone until you press *Share in channel*. You can also mention me or write me directly. More: ${code(`${command} help next-meeting`)}, ${link(group.page, 'group page')}.`,
    ),
  ]);
}

/** One subcommand. */
export function commandHelpMessage(entry: CommandDescription, command: string): Message {
  const aliases = entry.aliases.map(code);
  return message(md`${typed(entry, command)}: ${entry.summary}`, [
    section(md`${typed(entry, command)}\n${entry.summary}`),
    section(ownText(entry.details)),
    ...(aliases.length > 0 ? [context(md`Also: ${join(aliases, ', ')}`)] : []),
  ]);
}

function typed(entry: CommandDescription, command: string): Mrkdwn {
  return code(usageLine(entry, command));
}

/** How a command is typed, such as `/wg-serving upcoming [count]`. */
export function usageLine({ name, usage }: CommandDescription, command: string): string {
  return [command, name, usage].filter((part) => part !== undefined).join(' ');
}
