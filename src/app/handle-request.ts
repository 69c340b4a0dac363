import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { Meeting } from '../calendar/meeting.ts';
import type { Clock } from '../clock.ts';
import type { Command } from '../commands/command.ts';
import { type Answer, dispatch, type RequestContext } from '../commands/dispatch.ts';
import { groupFinder } from '../commands/group-finder.ts';
import type { ChannelReminders } from '../commands/ports.ts';
import { organizerBySlackId } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { apologyMessage } from '../messages/apology.ts';
import type { Problem } from '../problems.ts';
import type { Subscriptions } from '../reminders/ports.ts';

/** What the answers come from. */
export interface AnswerSources {
  readonly group: Group;
  readonly calendar: Pick<CachedCalendar, 'state'>;
  readonly reminders: ChannelReminders;
  readonly subscriptions: Subscriptions;
  readonly problems: { list(): readonly Problem[] };
  readonly clock: Clock;
}

export interface AnswererTools {
  readonly commands: readonly Command[];
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

const NO_MEETINGS: readonly Meeting[] = [];

/**
 * Answers a question in every case: an unexpected error becomes an apology with a reference id,
 * under which the log has the cause. The log never has the text.
 */
export function answerer({ commands, logger }: AnswererTools, contextFor: ContextFor): Answerer {
  return async ({ text, userId, via }) => {
    const requestId = randomBytes(4).toString('hex');
    const request = logger.child({ requestId, via });
    try {
      const answer = await dispatch(commands, text, contextFor(userId));
      request.info({ command: answer.command }, 'answered');
      return { answer, logger: request };
    } catch (error) {
      request.error({ err: error }, 'request failed');
      const message = apologyMessage(requestId);
      const answer = { kind: 'notice', command: 'apology', topic: 'apology', message } as const;
      return { answer, logger: request };
    }
  };
}

/** What commands are to know when someone asks at this moment. */
export type ContextFor = (userId: string) => RequestContext;

/** The index that questions are looked up in is made anew for a reading only when one is asked. */
export function requestContexts(tools: AnswerSources): ContextFor {
  const { group, calendar, reminders, subscriptions, problems, clock } = tools;
  const finderFor = groupFinder(group);
  return (userId) => {
    const state = calendar.state();
    const meetings = state.kind === 'read' ? state.meetings : NO_MEETINGS;
    return {
      now: clock.now(),
      group,
      calendar: state,
      find: (text) => finderFor(meetings)(text),
      reminders,
      subscriptions,
      problems: problems.list(),
      asker: { userId, isOrganizer: organizerBySlackId(group, userId) !== undefined },
    };
  };
}
