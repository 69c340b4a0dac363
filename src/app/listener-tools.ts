import { commands } from '../commands/index.ts';
import type { Config } from '../config/config.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { Identity } from '../slack/client.ts';
import type { ListenerTools } from '../slack/listeners/index.ts';
import { permalink } from '../slack/permalink.ts';
import type { ObserveRequest } from '../slack/ports.ts';
import type { Store } from '../store/open.ts';
import type { Core } from './compose.ts';
import { requestContexts, requestHandler } from './handle-request.ts';

/** What handles the listeners' requests, and what it answers from. */
export function listenerTools(
  core: Core,
  store: Store,
  { workspaceUrl }: Identity,
  { slashCommand, organizersChannel }: Pick<Config, 'slashCommand' | 'organizersChannel'>,
  observe: ObserveRequest,
  updateOrganizers: () => Promise<void>,
): ListenerTools {
  const { group, calendar, problems, clock, logger, posted } = core;
  const { subscriptions } = core.store;
  const reminders = {
    upcoming: () => core.upcoming('channel'),
    posted,
    permalink: (at: MessageRef) => permalink(workspaceUrl, at),
  };
  const contextFor = requestContexts({
    commands,
    slashCommand,
    group,
    organizersChannel,
    calendar,
    reminders,
    subscriptions,
    recordings: core.recordings,
    agendas: core.agendas,
    scheduled: core.store.scheduledMeetings,
    problems,
    clock,
  });
  return {
    group,
    slashCommand,
    handle: requestHandler(contextFor, logger, observe),
    contextFor,
    subscriptions,
    answers: store.answers,
    agendas: core.agendas,
    organizing: { ...core.store, update: updateOrganizers },
    permalink: reminders.permalink,
    clock,
    logger,
  };
}
