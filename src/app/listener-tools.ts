import { commands } from '../commands/index.ts';
import type { PersonalData } from '../commands/ports.ts';
import type { Config } from '../config/config.ts';
import { feedbackTally, type ObserveFeedback } from '../feedback/tally.ts';
import { type Registry, registryOf } from '../group/registry.ts';
import type { Problems } from '../problems.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { Identity } from '../slack/client.ts';
import type { ListenerTools } from '../slack/listeners/index.ts';
import type { OrganizingTools } from '../slack/listeners/organizer-buttons.ts';
import { permalink } from '../slack/permalink.ts';
import type { ObserveRequest } from '../slack/ports.ts';
import type { Store } from '../store/open.ts';
import type { GroupCore } from './group-cores.ts';
import type { GroupWork } from './group-work.ts';
import { requestHandler } from './handle-request.ts';
import { homeSource } from './home-source.ts';
import { personalData } from './personal-data.ts';
import { requestContexts } from './request-contexts.ts';
import { type Desk, requestRouter, routeToOne } from './route-request.ts';

export interface ListenerParts {
  readonly cores: Registry<GroupCore>;
  /** In the order of the groups. */
  readonly works: readonly GroupWork[];
  readonly store: Store;
  readonly identity: Identity;
  readonly config: Pick<Config, 'slashCommand'>;
  /** Of the process. */
  readonly problems: Problems;
  readonly observe: ObserveRequest;
  readonly observeFeedback: ObserveFeedback;
}

/** What handles the listeners' requests, and what it answers from. */
export function listenerTools(parts: ListenerParts): ListenerTools {
  const { cores, store, identity, config, observe } = parts;
  const { slashCommand } = config;
  const { clock, logger, group } = cores.first;
  const toMessage = (at: MessageRef) => permalink(identity.workspaceUrl, at);
  const personal = personalData(cores, store.groupChoices);
  const desks = registryOf(cores.all.map((core) => deskOf(core, parts, toMessage, personal)));
  const deskFor = (groupId: string | undefined, channelId: string | undefined) =>
    desks.byId(groupId) ?? desks.inChannel(channelId) ?? desks.first;
  const route =
    cores.all.length === 1
      ? routeToOne(desks.first.contextFor)
      : requestRouter({ registry: desks, choices: store.groupChoices, slashCommand });
  return {
    group,
    slashCommand,
    handle: requestHandler(route, logger, observe),
    contextFor: (asking) => deskFor(asking.groupId, asking.channelId).contextFor(asking),
    subscriptionsOf: (groupId) => (cores.byId(groupId) ?? cores.first).store.subscriptions,
    async resume(userId) {
      for (const { store: own } of cores.all) await own.subscriptions.resume(userId);
    },
    async chooseGroup(userId, groupId) {
      if (!cores.byId(groupId)) return false;
      await store.groupChoices.choose(userId, groupId, clock.now());
      return true;
    },
    home: homeSource(desks, store.groupChoices),
    answers: store.answers,
    agendasOf: (groupId) => (cores.byId(groupId) ?? cores.first).agendas,
    organizingOf: (groupId) => organizingOf(groupId, parts),
    permalink: toMessage,
    clock,
    logger,
  };
}

function organizingOf(groupId: string, { works, cores }: ListenerParts): OrganizingTools {
  const work = works.find(({ core }) => core.group.id === groupId);
  const { store } = (work?.core ?? cores.first) satisfies GroupCore;
  return { ...store, update: async () => work?.updateOrganizers() };
}

function deskOf(
  core: GroupCore,
  { cores, config, problems, observeFeedback }: ListenerParts,
  toMessage: (at: MessageRef) => string,
  personal: PersonalData,
): Desk {
  const { group, places, calendar, clock, posted } = core;
  return {
    group,
    places,
    contextFor: requestContexts({
      commands,
      slashCommand: config.slashCommand,
      group,
      groups: cores.all.map((one) => one.group),
      organizersChannel: places.organizers,
      calendar,
      reminders: { upcoming: () => core.upcoming('channel'), posted, permalink: toMessage },
      subscriptions: core.store.subscriptions,
      recordings: core.recordings,
      agendas: core.agendas,
      scheduled: core.store.scheduledMeetings,
      personalData: personal,
      problems: { list: () => [...new Set([...problems.list(), ...core.problems.list()])] },
      feedback: feedbackTally(clock.now(), observeFeedback),
      clock,
    }),
  };
}
