import type { Answer } from '../commands/answer.ts';
import { isForAnyGroup } from '../commands/any-group.ts';
import type { Place } from '../commands/command.ts';
import type { GroupChoices } from '../commands/ports.ts';
import { splitRequest } from '../commands/split-request.ts';
import { otherGroupMessage, whichGroupMessage } from '../commands/which-group-message.ts';
import { otherGroupAsked } from '../group/other-group.ts';
import type { PlacedGroup } from '../group/placement.ts';
import type { Registry } from '../group/registry.ts';
import { type Route, routeFor } from '../group/route.ts';
import type { Group } from '../group/schema.ts';
import { anotherGroupHint, answerOf } from '../messages/group-stamp.ts';
import type { Message } from '../messages/message.ts';
import type { ContextFor, Request } from '../slack/ports.ts';
import type { Routed, RouteRequest } from './handle-request.ts';
import { requestNameReader } from './read-group-name.ts';

/** One group, and what its commands know. */
export interface Desk extends PlacedGroup {
  readonly contextFor: ContextFor;
}

export interface RoutingTools {
  readonly registry: Registry<Desk>;
  readonly choices: Pick<GroupChoices, 'of'>;
  readonly slashCommand: string;
}

type ToGroup = Extract<Route<Desk>, { kind: 'group' }>;

// What someone who only names a group wants to know first.
const NAME_ALONE = 'next-meeting';

/** For an app with one group. A question about another is not answered with this one's facts. */
export function routeToOne(contextFor: ContextFor): RouteRequest {
  return async ({ asked, userId, channelId, conversation }, place) => {
    const context = contextFor({ userId, channelId, conversation, place });
    const other = typeof asked === 'string' ? otherGroupAsked(asked, context.groups) : undefined;
    return other === undefined
      ? { kind: 'run', asked, context }
      : answered('other group', otherGroupMessage(other, context.groups));
  };
}

/** Finds the group that a request is for, or asks for it. */
export function requestRouter({ registry, choices, slashCommand }: RoutingTools): RouteRequest {
  const groups = registry.all.map(({ group }) => group);
  const { commands } = registry.first.contextFor({ userId: '', place: 'private' });
  const readName = requestNameReader(groups, commands);

  return async (request, place) => {
    const { asked, userId, channelId, groupId: stamped } = request;
    const text = typeof asked === 'string' ? asked : undefined;
    if (text !== undefined) {
      const other = otherGroupAsked(text, groups);
      if (other !== undefined) return answered('other group', otherGroupMessage(other, groups));
    }
    const chosen = place === 'channel' ? undefined : await choices.of(userId);
    const named = text === undefined ? ({ kind: 'none' } as const) : readName(text);
    const route = routeFor(registry, { named, channelId, stamped, chosen });
    if (route.kind === 'group') return runAt(route, request, place);
    const context = registry.first.contextFor({ userId, channelId, place });
    // A button from the time when the app had one group is that group's.
    const isOldButton = text === undefined && channelId !== undefined;
    if (isOldButton || (text !== undefined && isForAnyGroup(text, context))) {
      return { kind: 'run', asked, context };
    }
    return answered('which group', whichGroupMessage(route.among, text, slashCommand));
  };

  function runAt(
    route: ToGroup,
    { asked, userId, channelId, conversation, via }: Request,
    place: Place,
  ): Routed {
    const { group, contextFor } = route.at;
    const context = contextFor({ userId, channelId, conversation, place });
    const isClear = via === 'home' || registry.inChannel(channelId) === route.at;
    return {
      kind: 'run',
      asked: typeof asked === 'string' ? withoutName(asked, route) : asked,
      context,
      groupId: group.id,
      ...(!isClear && { whose: whoseAnswer(group, route.by, groups, slashCommand) }),
    };
  }

  /** What is asked of a group: the command beside its name, or else the whole question. */
  function withoutName(text: string, { named }: ToGroup): string {
    if (named === undefined) return text;
    const { rest, isBare } = named;
    if (rest === '') return NAME_ALONE;
    return isBare || splitRequest(commands, rest).kind === 'command' ? rest : text;
  }
}

function whoseAnswer(
  group: Group,
  by: ToGroup['by'],
  groups: readonly Group[],
  slashCommand: string,
): (message: Message) => Message {
  const example = groups.find((one) => one !== group)?.id ?? group.id;
  const hint = by === 'choice' ? anotherGroupHint(slashCommand, example) : undefined;
  return (message) => answerOf(group.name, message, hint);
}

function answered(subject: string, message: Message): Routed {
  const answer: Answer = { kind: 'notice', command: subject, subject, message };
  return { kind: 'answer', answer };
}
