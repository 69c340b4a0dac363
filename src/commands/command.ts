import type { DateTime } from 'luxon';
import type { CalendarState } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import type { Message } from '../messages/message.ts';
import type { Modal } from '../messages/modal.ts';
import type { Problem } from '../problems.ts';
import type { Finding } from '../questions/finder.ts';
import { type AnyTopic, mapTopic } from '../questions/topic.ts';
import type { Subscriptions } from '../reminders/ports.ts';
import type { Answer } from './answer.ts';
import type { ChannelReminders } from './ports.ts';

/** What a command knows when it is parsed and run. */
export interface CommandContext {
  readonly now: DateTime<true>;
  readonly group: Group;
  readonly calendar: CalendarState;
  readonly commands: readonly Command[];
  /** The slash command as people type it, such as `/wg-serving`. */
  readonly slashCommand: string;
  /** Finds what answers a question in free words. */
  readonly find: (text: string) => Finding<Invocation>;
  readonly reminders: ChannelReminders;
  readonly subscriptions: Subscriptions;
  readonly problems: readonly Problem[];
  readonly asker: Asker;
  readonly place: Place;
  /** The organizers' own channel, if they have one. */
  readonly organizersChannel: string | undefined;
}

/**
 * Where an answer appears. `slash command`: to the asker alone, who may share it. `channel`: for all
 * to read. `private`: to the asker alone, as in direct messages.
 */
export type Place = 'slash command' | 'channel' | 'private';

export interface Asker {
  readonly userId: string;
  readonly isOrganizer: boolean;
}

/** What help and the docs say of one subcommand. */
export interface CommandDescription {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line, as in a list. */
  readonly summary: string;
  /** What may follow the name, such as `[count]`; absent when nothing may. */
  readonly usage?: string;
  /** Sentences for `help <name>` and the docs. */
  readonly details: string;
  readonly audience: 'everyone' | 'organizers';
  /** What people use it for; help lists it under that. */
  readonly task: Task;
  /** What it answers concerns the asker alone, so that nobody else sees it. */
  readonly personal?: true;
}

export type Task = 'meetings' | 'group' | 'procedures' | 'reminders' | 'bot';

/**
 * What follows a command's name, understood. `certain`: it is meant for the command. Otherwise it
 * may as well be a question, and the command answers only when no question fits.
 */
export interface Parsed<Value> {
  readonly certain: boolean;
  readonly value: Value;
}

export function certainly<Value>(value: Value): Parsed<Value> {
  return { certain: true, value };
}

export function perhaps<Value>(value: Value): Parsed<Value> {
  return { certain: false, value };
}

/** What questions may be about: the group, and the titles of the meetings ahead. */
export interface Facts {
  readonly group: Group;
  readonly titles: readonly string[];
}

export type Reply = Message | Modal | Answer;

/** One subcommand: all there is to know about it stands in one such object, in one file. */
export interface CommandDefinition<Value> extends CommandDescription {
  /** What can be asked in free words, and the value that answers it. */
  topic(facts: Facts): readonly AnyTopic<Value>[];
  /** Reads what follows the name, on one line; undefined when it can't be meant for the command. */
  parse(args: string, context: CommandContext): Parsed<Value> | undefined;
  /** Reads a text that begins with no command's name; undefined unless it is certainly meant for this one. */
  hear?(text: string, context: CommandContext): Value | undefined;
  /** Fails with UserError when the asker made a mistake. May hand back another command's answer. */
  run(value: Value, context: CommandContext): Reply | Promise<Reply>;
}

/** A command with what was asked of it: a request that is ready to be run. */
export interface Invocation {
  readonly command: CommandDescription;
  /** Two invocations of one subject say the same. */
  readonly subject: string;
  run(context: CommandContext): Promise<Reply>;
}

/** A subcommand as others see it, whatever its values are. */
export interface Command extends CommandDescription {
  topic(facts: Facts): readonly AnyTopic<Invocation>[];
  parse(args: string, context: CommandContext): Parsed<Invocation> | undefined;
  hear(text: string, context: CommandContext): Invocation | undefined;
}

/** Makes a command of its definition. `invoke` is for those who know what they ask of it. */
export function defineCommand<Value>(
  definition: CommandDefinition<Value>,
): Command & { invoke(value: Value): Invocation } {
  const { topic, parse, hear, run, ...description } = definition;
  const invoke = (value: Value): Invocation => ({
    command: description,
    subject: `${description.name} ${JSON.stringify(value) ?? ''}`.trim(),
    run: async (context) => run(value, context),
  });
  return {
    ...description,
    invoke,
    topic: (facts) => topic(facts).map((one) => mapTopic(one, invoke)),
    parse(args, context) {
      const parsed = parse(args, context);
      return parsed && { certain: parsed.certain, value: invoke(parsed.value) };
    },
    hear(text, context) {
      const heard = hear?.(text, context);
      return heard === undefined ? undefined : invoke(heard);
    },
  };
}

/** For commands that take no arguments. */
export function nothingElse(args: string): Parsed<undefined> | undefined {
  return args === '' ? certainly(undefined) : undefined;
}
