import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { Meeting } from '../calendar/meeting.ts';
import type { Clock } from '../clock.ts';
import type { Command, CommandContext } from '../commands/command.ts';
import { keptAnswers } from '../commands/kept-answers.ts';
import type { ChannelReminders, PersonalData } from '../commands/ports.ts';
import { cachedQuestionFinder } from '../commands/question-finder.ts';
import { organizerBySlackId } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import type { Problem } from '../problems.ts';
import type { Subscriptions } from '../reminders/ports.ts';
import type { ContextFor } from '../slack/ports.ts';
import { recentConversations } from './conversations.ts';

/** What a group's answers are made from. */
export interface AnswerSources {
  readonly commands: readonly Command[];
  readonly slashCommand: string;
  readonly group: Group;
  /** All groups that can be asked about. */
  readonly groups: readonly Group[];
  readonly organizersChannel: string | undefined;
  readonly calendar: Pick<CachedCalendar, 'state'>;
  readonly reminders: ChannelReminders;
  readonly subscriptions: Subscriptions;
  readonly personalData: PersonalData;
  readonly recordings: CommandContext['recordings'];
  readonly agendas: CommandContext['agendas'];
  readonly scheduled: CommandContext['scheduled'];
  readonly problems: { list(): readonly Problem[] };
  readonly clock: Clock;
}

const NO_MEETINGS: readonly Meeting[] = [];

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

/** Whoever is in the organizers' own channel is one of them, whether the group file knows their ID or not. */
function isOrganizer(
  { group, organizersChannel }: Pick<AnswerSources, 'group' | 'organizersChannel'>,
  userId: string,
  channelId: string | undefined,
): boolean {
  if (organizersChannel !== undefined && channelId === organizersChannel) return true;
  return organizerBySlackId(group, userId) !== undefined;
}
