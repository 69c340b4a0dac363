import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import { type Answer, dispatch } from '../../commands/dispatch.ts';
import { organizerBySlackId } from '../../group/lookup.ts';
import type { Group } from '../../group/schema.ts';
import type { Calendar, Clock, Problem, ReminderRecord } from '../../ports.ts';
import { apologyView } from '../../views/apology.ts';

export interface AnswererTools {
  readonly commands: readonly Command[];
  readonly group: Group;
  readonly calendar: Calendar;
  readonly reminders: ReminderRecord;
  readonly problems: { list(): readonly Problem[] };
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Who asked what, and by which way. */
export interface Question {
  readonly text: string;
  readonly userId: string;
  readonly via: 'slash' | 'mention' | 'direct message' | 'share' | 'home';
}

/** One request: its answer, and the logger whose lines carry its id. */
export interface Answered {
  readonly answer: Answer;
  readonly logger: Logger;
}

export type Answerer = (question: Question) => Promise<Answered>;

/**
 * Answers a question in every case: an unexpected error becomes an apology with a reference id,
 * under which the log has the cause. The log never has the text.
 */
export function answerer(tools: AnswererTools): Answerer {
  const { commands, group, calendar, reminders, problems, clock, logger } = tools;
  return async ({ text, userId, via }) => {
    const requestId = randomBytes(4).toString('hex');
    const request = logger.child({ requestId, via });
    try {
      const answer = await dispatch(commands, text, {
        now: clock.now(),
        group,
        calendar: calendar.state(),
        reminders,
        problems: problems.list(),
        asker: { isOrganizer: organizerBySlackId(group, userId) !== undefined },
      });
      request.info({ command: answer.command }, 'answered');
      return { answer, logger: request };
    } catch (error) {
      request.error({ err: error }, 'request failed');
      const message = apologyView(requestId);
      return { answer: { command: 'apology', message, shareable: false }, logger: request };
    }
  };
}
