import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { Meeting } from '../calendar/meeting.ts';
import type { Clock } from '../clock.ts';
import type { Answer } from '../commands/answer.ts';
import type { Command, CommandContext, Place } from '../commands/command.ts';
import { dispatch, invoke } from '../commands/dispatch.ts';
import { keptAnswers } from '../commands/kept-answers.ts';
import type { ChannelReminders } from '../commands/ports.ts';
import { cachedQuestionFinder } from '../commands/question-finder.ts';
import { organizerBySlackId } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { apologyMessage } from '../messages/apology.ts';
import type { Problems } from '../problems.ts';
import type { Heard } from '../questions/finder.ts';
import type { Subscriptions } from '../reminders/ports.ts';
import type {
  ContextFor,
  HandleRequest,
  ObserveRequest,
  Request,
  RequestSeen,
} from '../slack/ports.ts';
import { recentConversations } from './conversations.ts';

/** What answers are made from. */
export interface AnswerSources {
  readonly commands: readonly Command[];
  readonly slashCommand: string;
  readonly group: Group;
  readonly organizersChannel: string | undefined;
  readonly calendar: Pick<CachedCalendar, 'state'>;
  readonly reminders: ChannelReminders;
  readonly subscriptions: Subscriptions;
  readonly recordings: CommandContext['recordings'];
  readonly agendas: CommandContext['agendas'];
  readonly scheduled: CommandContext['scheduled'];
  readonly problems: Pick<Problems, 'list'>;
  readonly clock: Clock;
}

const NO_MEETINGS: readonly Meeting[] = [];

/**
 * Always answers a request: an unexpected error becomes an apology with a reference ID, under which
 * the log has the cause. The log never has the text.
 */
export function requestHandler(
  contextFor: ContextFor,
  logger: Logger,
  observe: ObserveRequest = () => {},
): HandleRequest {
  return async ({ asked, userId, channelId, conversation, via }) => {
    const requestId = randomUUID().slice(0, 8);
    const request = logger.child({ requestId, via });
    const began = performance.now();
    const seen = (command: string, outcome: RequestSeen['outcome']) =>
      observe({ command, via, outcome, seconds: (performance.now() - began) / 1000 });
    try {
      const context = contextFor({ userId, channelId, conversation, place: placeOf(via) });
      const answer =
        typeof asked === 'string' ? await dispatch(asked, context) : await invoke(asked, context);
      // Whoever asked does not wait for the log.
      setImmediate(() => {
        request.info({ command: answer.command }, 'answered');
        if (answer.asked) request.debug(withoutNames(answer.asked.heard), 'question read');
      });
      seen(answer.command, answer.kind === 'notice' ? 'notice' : 'answered');
      return { answer, logger: request };
    } catch (error) {
      request.error({ err: error }, 'request failed');
      const answer = apology(requestId);
      seen(answer.command, 'failed');
      return { answer, logger: request };
    }
  };
}

/** What a command knows when someone uses it at this moment. */
export function requestContexts(sources: AnswerSources): ContextFor {
  const { calendar, problems, clock, ...fixed } = sources;
  const finderFor = cachedQuestionFinder(fixed.commands, fixed.group);
  const kept = keptAnswers();
  const conversations = recentConversations();
  return ({ userId, channelId, conversation, place }) => {
    const state = calendar.state();
    const meetings = state.kind === 'read' ? state.meetings : NO_MEETINGS;
    const now = clock.now();
    return {
      ...fixed,
      now,
      calendar: state,
      kept,
      // The index of topics is only built when someone asks a question.
      find: (text, before) => finderFor(meetings)(text, before),
      conversation:
        conversation === undefined ? undefined : conversations.of(`${conversation} ${userId}`, now),
      problems: problems.list(),
      asker: { userId, isOrganizer: isOrganizer(fixed, userId, channelId) },
      place,
    };
  };
}

/** What may be in the log of a question: not even which of the names it has. */
function withoutNames({ intent, share, tags }: Heard): Omit<Heard, 'ids'> {
  return { intent, share, tags };
}

/** Whoever is in the organizers' own channel is one of them, whether the group file knows their ID or not. */
function isOrganizer(
  { group, organizersChannel }: Pick<AnswerSources, 'group' | 'organizersChannel'>,
  userId: string,
  channelId: string | undefined,
): boolean {
  if (organizersChannel !== undefined && channelId === organizersChannel) return true;
  return organizerBySlackId(group, userId) !== undefined;
}

function placeOf(via: Request['via']): Place {
  switch (via) {
    case 'slash':
      return 'slash command';
    case 'mention':
    case 'share':
      return 'channel';
    case 'direct message':
    case 'button':
    case 'home':
      return 'private';
  }
}

function apology(requestId: string): Answer {
  const message = apologyMessage(requestId);
  return { kind: 'notice', command: 'apology', subject: 'apology', message };
}
