import type { DateTime } from 'luxon';
import type { AgendaBook } from '../agenda/agenda-book.ts';
import type { Meeting } from '../calendar/meeting.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import type { Block, Message } from '../messages/message.ts';
import type { Modal } from '../messages/modal.ts';
import type { Problem } from '../problems.ts';
import type { Finder, Finding } from '../questions/finder.ts';
import type { Understood } from '../questions/follow-up.ts';
import { type AnyTopic, mapTopic } from '../questions/topic.ts';
import type { RecordingBook } from '../recordings/recording-book.ts';
import type { Subscriptions } from '../reminders/ports.ts';
import type { ScheduledMeetings } from '../scheduling/ports.ts';
import type { Answer } from './answer.ts';
import type { ChannelReminders, PersonalData } from './ports.ts';

/** What is the same for everyone who asks at a moment, whoever they are and wherever they ask. */
export interface SharedContext {
  readonly now: DateTime<true>;
  readonly group: Group;
  readonly calendar: CalendarState;
  readonly commands: readonly Command[];
  /** The slash command as people type it, such as `/wg-serving`. */
  readonly slashCommand: string;
}

/** What a command knows when it is run. */
export interface CommandContext extends SharedContext {
  readonly kept: KeptAnswers;
  /** Finds what answers a question in free words. */
  readonly find: Finder<Invocation>;
  /** The thread in which it is asked, where one question may follow on another. */
  readonly conversation: Conversation | undefined;
  readonly reminders: ChannelReminders;
  readonly subscriptions: Subscriptions;
  readonly recordings: Pick<RecordingBook, 'state' | 'note'>;
  readonly agendas: Pick<AgendaBook, 'of' | 'proposals' | 'setDone' | 'forget'>;
  /** Of the asker, over all groups. */
  readonly personalData: PersonalData;
  /** All groups that can be asked about. */
  readonly groups: readonly Group[];
  readonly scheduled: Pick<ScheduledMeetings, 'lastZoneOf'>;
  readonly problems: readonly Problem[];
  readonly asker: Asker;
  readonly place: Place;
  /** The organizers' own channel, if they have one. */
  readonly organizersChannel: string | undefined;
}

/** What one person asks in one thread. */
export interface Conversation {
  /** What was asked last. */
  readonly before: Understood | undefined;
  note(understood: Understood): void;
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
  /** It answers the same whichever group is meant. */
  readonly anyGroup?: true;
  /** Whether help lists it for this group; absent: for every group. */
  readonly isFor?: (group: Group) => boolean;
  /** It says of itself whether the group has retired, or has nothing to do with that. */
  readonly tellsStatus?: true;
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
export type CommandDefinition<Value> = CommandDescription & {
  /** What can be asked in free words, and the value that answers it. */
  topic(facts: Facts): readonly AnyTopic<Value>[];
  /** Reads what follows the name, on one line; undefined when it can't be meant for the command. */
  parse(args: string, context: SharedContext): Parsed<Value> | undefined;
  /** Reads a text that begins with no command's name; undefined unless it is certainly meant for this one. */
  hear?(text: string, context: SharedContext): Value | undefined;
} & Running<Value>;

/** How a command answers. It fails with UserError when the asker made a mistake. */
type Running<Value> =
  | {
      /** Everyone gets the same answer, which is kept for the others. It sees the calendar without drafts. */
      readonly sameForAll: true;
      run(value: Value, context: SharedContext): Reply;
    }
  | {
      readonly sameForAll?: undefined;
      /** May hand back another command's answer. */
      run(value: Value, context: CommandContext): Reply | Promise<Reply>;
    };

/** A command with what was asked of it: a request that is ready to be run. */
export type Invocation = {
  readonly command: CommandDescription;
  /** Two invocations of one subject say the same. */
  readonly subject: string;
} & (
  | { readonly sameForAll: true; run(context: SharedContext): Reply }
  | { readonly sameForAll: false; run(context: CommandContext): Reply | Promise<Reply> }
);

/** What a text asks for. */
export type Meaning =
  | { readonly kind: 'invocation'; readonly invocation: Invocation }
  | { readonly kind: 'finding'; readonly finding: Finding<Invocation> }
  | {
      readonly kind: 'slip';
      readonly typed: string;
      readonly suggestions: readonly Command[];
    };

/** What was found out for one who asked, for others who ask the same before anything changes. */
export interface KeptAnswers {
  understood(text: string, facts: SharedContext, understand: () => Meaning): Meaning;
  /** The reply of a command that says the same to everyone. */
  reply(invocation: Extract<Invocation, { sameForAll: true }>, facts: SharedContext): Reply;
  /** Blocks that look the same to everyone. */
  blocks(name: string, facts: SharedContext, make: () => readonly Block[]): readonly Block[];
  /** The meetings without drafts, as the same list for the same `announced` meetings. */
  withoutDrafts(meetings: readonly Meeting[], announced: ReadonlySet<string>): readonly Meeting[];
}

/** A subcommand as others see it, whatever its values are. */
export interface Command extends CommandDescription {
  topic(facts: Facts): readonly AnyTopic<Invocation>[];
  parse(args: string, context: SharedContext): Parsed<Invocation> | undefined;
  hear(text: string, context: SharedContext): Invocation | undefined;
}

/** Makes a command of its definition. `invoke` is for those who know what they ask of it. */
export function defineCommand<Value>(
  definition: CommandDefinition<Value>,
): Command & { invoke(value: Value): Invocation } {
  const { topic, parse, hear, run: _, sameForAll: __, ...description } = definition;
  const invoke = (value: Value): Invocation => {
    const subject = `${description.name} ${JSON.stringify(value) ?? ''}`.trim();
    const asked = { command: description, subject };
    return definition.sameForAll
      ? { ...asked, sameForAll: true, run: (context) => definition.run(value, context) }
      : { ...asked, sameForAll: false, run: (context) => definition.run(value, context) };
  };
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
