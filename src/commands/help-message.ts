import type { Group } from '../group/schema.ts';
import { context, header, message, section, sections } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, code, join, link, type Mrkdwn, md, ownText } from '../messages/mrkdwn.ts';
import type { CommandContext, CommandDescription, Task } from './command.ts';
import { firstQuestions } from './first-questions.ts';

const TASKS: Readonly<Record<Task, string>> = {
  meetings: 'Meetings',
  group: 'The group',
  procedures: 'How to',
  reminders: 'Reminders',
  bot: 'This bot',
};

/** What can be asked: all subcommands by task, or in a channel the way to them. */
export function helpMessage(
  entries: readonly CommandDescription[],
  asked: Pick<CommandContext, 'group' | 'groups' | 'slashCommand' | 'place'>,
): Message {
  const { group, groups, slashCommand, place } = asked;
  if (place === 'channel') return shortHelp(group, slashCommand);
  const names = entries.map((entry) => entry.name).join(', ');
  return message(md`I answer for ${group.name}. Type ${slashCommand} and one of: ${names}.`, [
    header(`${group.name} bot`),
    section(md`Ask in your own words, or type one of these:`),
    ...byTask(entries, slashCommand),
    ...(groups.length > 1 ? [context(otherGroups(groups, slashCommand))] : []),
    context(
      md`${wayToAsk(place)} More about one: ${code(`${slashCommand} help next-meeting`)}. ${group.page === undefined ? md`` : link(group.page, 'Group page')}`,
    ),
  ]);
}

/** A name reaches any group from anywhere. */
function otherGroups(groups: readonly Group[], command: string): Mrkdwn {
  const [, example] = groups;
  return md`I answer for ${groups.length} groups. In a group's channel I mean that group; anywhere, you can name one: ${code(`${command} next-meeting ${example?.id ?? ''}`)}`;
}

/** One subcommand. */
export function commandHelpMessage(entry: CommandDescription, command: string): Message {
  const aliases = entry.aliases.map(code);
  return message(md`${typed(entry, command)}: ${ownText(entry.summary)}`, [
    section(md`${typed(entry, command)}\n${ownText(entry.summary)}`),
    section(ownText(entry.details)),
    ...(aliases.length > 0 ? [context(md`Also: ${join(aliases, ', ')}`)] : []),
  ]);
}

/** Everyone in a channel reads it, and one asked. */
function shortHelp({ name }: Group, command: string): Message {
  const sentence = md`Ask me about the meetings, people and documents of ${name} in your own words, such as: when is the next meeting? Everything I can do, for you alone: ${code(`${command} help`)}`;
  return message(sentence, [section(sentence), firstQuestions()]);
}

function byTask(entries: readonly CommandDescription[], command: string): Block[] {
  return Object.entries(TASKS).flatMap(([task, title]) => {
    const those = entries.filter((entry) => entry.task === task);
    if (those.length === 0) return [];
    return sections([
      bold(title),
      ...those.map((entry) => md`• ${typed(entry, command)}  ${ownText(entry.summary)}`),
    ]);
  });
}

function wayToAsk(place: 'slash command' | 'private'): string {
  switch (place) {
    case 'slash command':
      return 'Answers to this command are for you alone until you press Share in channel. You can also mention me, or write to me directly.';
    case 'private':
      return 'Type the command anywhere, mention me in a channel, or write to me directly: I understand the same.';
  }
}

function typed(entry: CommandDescription, command: string): Mrkdwn {
  return code(usageLine(entry, command));
}

/** How a command is typed, such as `/wg-serving upcoming [count]`. */
export function usageLine({ name, usage }: CommandDescription, command: string): string {
  return [command, name, usage].filter((part) => part !== undefined).join(' ');
}
