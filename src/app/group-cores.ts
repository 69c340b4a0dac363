import type { Logger } from 'pino';
import type { ObserveRead } from '../calendar/ports.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { PlacedGroup, Places } from '../group/placement.ts';
import type { ReadCommunityCalendar } from '../preflight/community-calendar.ts';
import { type Problems, problemList } from '../problems.ts';
import type { Store } from '../store/open.ts';
import { bookSources } from './books.ts';
import { type Core, compose } from './compose.ts';
import {
  type CommunityPart,
  communityAsTold,
  communityCalendars,
  groupCalendars,
  type SharedCalendars,
  sharedCalendars,
} from './group-calendar.ts';
import { observedSource } from './observed-source.ts';

/** One group's bot, and where it is in the workspace. */
export interface GroupCore extends Core {
  readonly places: Places;
  /** What is known of the calendar of the whole community. */
  readonly community: ReadCommunityCalendar;
}

export interface GroupCoreTools {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of the process; a group that is alone has no others. */
  readonly problems: Problems;
  readonly observe: (groupId: string) => ObserveRead;
}

/** Wires up each group over one store. With several, each logs under its ID and has its own problems. */
export function groupCores(
  placed: readonly PlacedGroup[],
  tools: GroupCoreTools,
): Promise<GroupCore[]> {
  const isAlone = placed.length === 1;
  const groups = placed.map(({ group }) => group);
  const { google, communityCalendar } = tools.config;
  const shared = sharedCalendars(google, groups, tools.logger);
  const part = communityCalendars(shared, communityCalendar, groups);
  return Promise.all(
    placed.map((one) => {
      const { logger, problems } = tools;
      const child = isAlone ? logger : logger.child({ group: one.group.id });
      return groupCore(one, {
        ...tools,
        shared,
        part,
        logger: child,
        problems: isAlone ? problems : problemList(child),
      });
    }),
  );
}

interface Community {
  readonly shared: SharedCalendars;
  readonly part: CommunityPart;
}

async function groupCore(
  placed: PlacedGroup,
  { config, store, clock, logger, problems, observe, shared, part }: GroupCoreTools & Community,
): Promise<GroupCore> {
  const { group, places } = placed;
  const all = groupCalendars(config.google, group, logger, part);
  const calendars = all.map((one) => ({
    ...one,
    source: observedSource(one.source, observe(group.id)),
  }));
  const core = await compose({
    group,
    store: store.forGroup(group.id),
    calendars,
    bookSources: bookSources(config, group),
    channelId: places.reminders,
    leadTimes: config.reminderLeads,
    clock,
    logger,
    problems,
  });
  return { ...core, places, community: communityAsTold(shared, placed, logger) };
}
