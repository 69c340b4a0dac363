import type { DateTime } from 'luxon';
import type { Group } from '../group/schema.ts';
import type { CalendarState, Problem, ReminderRecord } from '../ports.ts';
import type { CommandDescription } from '../views/help.ts';
import type { Message } from '../views/message.ts';

/** The slash command that manifest.yml registers. */
export const SLASH_COMMAND = '/wg-serving';

/** What a command knows when it runs. */
export interface CommandContext {
  /** What follows the command's name, cleaned, on one line. */
  readonly args: string;
  readonly now: DateTime;
  readonly group: Group;
  readonly calendar: CalendarState;
  readonly reminders: ReminderRecord;
  readonly problems: readonly Problem[];
  readonly asker: Asker;
}

export interface Asker {
  readonly isOrganizer: boolean;
}

/** One subcommand. */
export interface Command extends CommandDescription {
  readonly audience: 'everyone' | 'organizers';
  run(context: CommandContext): Message | Promise<Message>;
}
