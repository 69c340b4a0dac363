import type { DateTime } from 'luxon';
import type { CalendarState } from '../calendar/snapshot.ts';
import type { Group } from '../group/schema.ts';
import type { Message } from '../messages/message.ts';
import type { Problem } from '../problems.ts';
import type { Finder } from '../questions/answer.ts';
import type { Subscriptions } from '../reminders/ports.ts';
import type { CommandDescription } from './help-message.ts';
import type { ChannelReminders } from './ports.ts';

/** The slash command that manifest.yml registers. */
export const SLASH_COMMAND = '/wg-serving';

/** What a command knows when it runs. */
export interface CommandContext {
  /** What follows the command's name, cleaned, on one line. */
  readonly args: string;
  readonly now: DateTime<true>;
  readonly group: Group;
  readonly calendar: CalendarState;
  /** Finds what answers a question in free words. */
  readonly find: Finder;
  readonly reminders: ChannelReminders;
  readonly subscriptions: Subscriptions;
  readonly problems: readonly Problem[];
  readonly asker: Asker;
}

export interface Asker {
  readonly userId: string;
  readonly isOrganizer: boolean;
}

/** One subcommand. */
export interface Command extends CommandDescription {
  readonly audience: 'everyone' | 'organizers';
  /** What it answers concerns the asker alone, so nobody shares it. */
  readonly personal?: true;
  /** Whether what follows its name is meant for it; absent: nothing may follow. */
  takes?(context: CommandContext): boolean;
  run(context: CommandContext): Message | Promise<Message>;
}
