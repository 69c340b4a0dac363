import { commands } from '../../../src/commands/index.ts';
import { leadWords } from '../../../src/messages/time.ts';
import { readManifest } from '../../slack/manifest.ts';
import { BOT } from '../../slack/workspace.ts';
import { ACTORS, CHANNEL, ORGANIZERS, ROLES, type Role } from '../../world.ts';
import { entriesOf } from './calendar.ts';
import { completionsOf } from './completions.ts';
import { filesOf, proposedTitles } from './files.ts';
import type { Stage } from './stage.ts';
import type { Actor, Coming, PlaygroundState } from './state.ts';

const MAX_COMING = 12;

/** Everything that the page shows right now. */
export async function snapshot(stage: Stage): Promise<PlaygroundState> {
  const { world, clock, group } = stage;
  const { zone } = group;
  const { workspace } = world.slack;
  const calendar = world.bot.calendar();
  const now = clock.now();
  return {
    now: now.toMillis(),
    groupZone: zone,
    retired: stage.isRetired(),
    channel: { id: CHANNEL, name: 'wg-serving' },
    organizersChannel: {
      id: ORGANIZERS,
      name: 'wg-serving-organizers',
      members: [...(workspace.channels.get(ORGANIZERS)?.members ?? [])],
    },
    shortcuts: SHORTCUTS,
    botId: BOT.userId,
    actors: ROLES.map(actorOf),
    messages: workspace.messages(),
    homes: Object.fromEntries(workspace.homes),
    modals: Object.fromEntries(workspace.modals.tops()),
    coming: await comingOf(stage),
    calendar: entriesOf(stage.events(), now, zone),
    calendarReadAt: calendar.kind === 'read' ? calendar.readAt.toMillis() : undefined,
    ...filesOf(world, proposedTitles(calendar, group, now)),
    faults: stage.faults.list(),
    traffic: stage.exchanges(),
    notices: stage.notices(),
    completions: COMPLETIONS,
  };
}

const SHORTCUTS = readManifest().features.shortcuts.map(({ callback_id, name, type }) => ({
  callbackId: callback_id,
  name,
  type,
}));
const COMPLETIONS = completionsOf(commands);

async function comingOf({ world }: Stage): Promise<Coming[]> {
  const upcoming = await world.bot.upcoming();
  return upcoming.slice(0, MAX_COMING).map(({ at, meeting, leadMinutes, destination }) => ({
    at: at.toMillis(),
    title: meeting.title,
    lead: leadWords(leadMinutes),
    to: destination.kind === 'channel' ? '#wg-serving' : `@${nameOf(destination.userId)}`,
  }));
}

function actorOf(role: Role): Actor {
  const { id, name, zone, city } = ACTORS[role];
  return { role, id, name, zone, city, direct: `D${id.slice(1)}` };
}

function nameOf(userId: string): string {
  return Object.values(ACTORS).find(({ id }) => id === userId)?.name ?? userId;
}
