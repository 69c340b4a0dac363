import { coalesced } from '../concurrency/coalesce.ts';
import type { Config } from '../config/config.ts';
import { digestFlow } from '../digest/flow.ts';
import { retirementOf } from '../group/lookup.ts';
import { cardsFlow } from '../meeting-cards/flow.ts';
import type { Flow } from '../organizers/flow.ts';
import type { MessageKeeper } from '../organizers/kept-messages.ts';
import { preflightFlow } from '../preflight/flow.ts';
import type { NotesAccess } from '../preflight/ports.ts';
import { lastDue } from '../scheduler.ts';
import { schedulingFlow } from '../scheduling/flow.ts';
import { bookFlows, digestParts } from './books-job.ts';
import type { GroupCore } from './group-cores.ts';

// How long after its time a digest is still posted.
const DIGEST_MINUTES = 180;

export interface OrganizingParts {
  readonly core: GroupCore;
  readonly config: Pick<Config, 'digestCron' | 'meetingCards' | 'recordingNudge'>;
  readonly keeper: MessageKeeper;
  readonly notes: NotesAccess;
}

/** Brings all messages for organizers in line, once after each call. */
export function organizing(parts: OrganizingParts): () => Promise<void> {
  const { core, keeper } = parts;
  const flows = flowsOf(parts);
  return coalesced(async () => {
    for (const flow of flows) {
      try {
        // Each flow sees what those before it have noted.
        await core.hosts.refresh();
        const state = core.calendar.state();
        if (state.kind !== 'read') return;
        const wanted = await flow.wanted({ now: core.clock.now(), snapshot: state });
        await keeper.keep(wanted, state.readAt);
      } catch (error) {
        // One flow that fails must not hold back the others.
        core.logger.error({ err: error, flow: flow.name }, 'flow failed');
      }
    }
  });
}

/** What people asked for goes to them in any case; without a channel, nothing else is posted. */
function flowsOf({ core, config, keeper, notes }: OrganizingParts): Flow[] {
  const { group, store, community } = core;
  // Someone may still press a button in an old message.
  if (retirementOf(group)) return [];
  const channelId = core.places.organizers;
  const { digestCron, meetingCards } = config;
  const { scheduledMeetings: scheduled, hostClaims: claims, meetingOutcomes: outcomes } = store;
  const scheduling = schedulingFlow({ group, channelId, scheduled, claims, notes, community });
  if (channelId === undefined) return [scheduling];
  const shared = { group, channelId, notes, community };
  const isPosted = async (key: string) => (await keeper.find(key)) !== undefined;
  return [
    scheduling,
    preflightFlow(shared),
    ...bookFlows(core, channelId, config),
    ...(meetingCards ? [cardsFlow({ group, channelId, outcomes, claims, isPosted })] : []),
    ...(digestCron === undefined
      ? []
      : [
          digestFlow({
            ...shared,
            dueAt: (now) => lastDue(digestCron, now, DIGEST_MINUTES),
            parts: digestParts(core, config),
          }),
        ]),
  ];
}
