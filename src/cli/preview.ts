import pino, { type Logger } from 'pino';
import { z } from 'zod';
import { type Core, compose } from '../app/compose.ts';
import {
  type CommunityPart,
  communityCalendars,
  groupCalendars,
  sharedCalendars,
} from '../app/group-calendar.ts';
import { type Config, parseConfig, secretsIn } from '../config/config.ts';
import { SetupError } from '../errors.ts';
import { loadGroups } from '../group/load.ts';
import { retirementOf } from '../group/lookup.ts';
import type { PlacedGroup } from '../group/placement.ts';
import { registryOf } from '../group/registry.ts';
import { createLogger } from '../logger.ts';
import { inZone, leadWords } from '../messages/time.ts';
import { problemList } from '../problems.ts';
import { openStore, openStoreForReading, type Store } from '../store/open.ts';
import { type SubCommand, type Terminal, UsageError } from './sub-command.ts';

const MAX_DAYS = 300;
const UNREAD = 'The calendar could not be read; the lines above explain why';
const POSTED_SINCE = { days: 30 };
// A dry run writes nothing.
const NO_SNAPSHOTS = { load: async () => undefined, save: async () => {} };

const DAYS = `--days takes a number from 1 to ${MAX_DAYS}`;
const given = z.object({
  days: z
    .string()
    .regex(/^\d{1,3}$/, DAYS)
    .transform(Number)
    .refine((days) => days >= 1 && days <= MAX_DAYS, DAYS),
});

export const preview: SubCommand = {
  name: 'preview',
  summary: 'Print what the bot would post, and what it posted last; post and write nothing',
  options: { days: { type: 'string', default: '14', summary: 'How far to look ahead' } },
  operands: [],
  async run({ options }, terminal) {
    const { data, error } = given.safeParse(options);
    if (!data) throw new UsageError(`${error.issues[0]?.message}.`);
    await show(parseConfig(terminal.env), data.days, terminal);
    return 0;
  },
};

async function show(config: Config, days: number, terminal: Terminal): Promise<void> {
  const logger = createLogger(
    'warn',
    secretsIn(terminal.env),
    pino.destination({ fd: 2, sync: true }),
  );
  const placed = await loadGroups(config);
  const firstId = registryOf(placed).first.group.id;
  const store =
    (await openStoreForReading(config.store)) ??
    (await openStore({ kind: 'sqlite', path: ':memory:' }, firstId));
  const groups = placed.map(({ group }) => group);
  const community = communityCalendars(
    sharedCalendars(config.google, groups, logger),
    config.communityCalendar,
    groups,
  );
  for (const one of placed) {
    const isAlone = placed.length === 1;
    if (!isAlone) terminal.print(`# ${one.group.name}\n`);
    await showGroup(one, { config, store, logger, days, terminal, community }).catch(
      (error: unknown) => {
        // One group's calendar tells nothing about the others'.
        if (isAlone || !(error instanceof SetupError)) throw error;
        terminal.print(`${error.message}\n`);
      },
    );
  }
  await store.close();
}

interface ShowTools {
  readonly config: Config;
  readonly store: Store;
  readonly logger: Logger;
  readonly days: number;
  readonly terminal: Terminal;
  readonly community: CommunityPart;
}

async function showGroup({ group, places }: PlacedGroup, tools: ShowTools): Promise<void> {
  const { config, store, logger, days, terminal, community } = tools;
  if (retirementOf(group)) return terminal.print(`${group.name} has retired: nothing is posted.\n`);
  const now = terminal.now();
  const core = await compose({
    group,
    store: { ...store.forGroup(group.id), calendarSnapshots: NO_SNAPSHOTS },
    calendars: groupCalendars(config.google, group, logger, community),
    channelId: places.reminders,
    leadTimes: config.reminderLeads,
    clock: { now: () => now },
    logger,
    problems: problemList(logger),
  });
  await core.calendar.refresh(now);
  const { kind } = core.calendar.state();
  if (kind === 'not published') return terminal.print(`${group.name} publishes no calendar.\n`);
  if (kind !== 'read') throw new SetupError([UNREAD]);
  await report(core, places.reminders ?? 'no channel', days, terminal);
}

async function report(core: Core, channel: string, days: number, terminal: Terminal) {
  const now = terminal.now();
  const print = (line: string) => terminal.print(`${line}\n`);
  const { zone } = core.group;
  const upcoming = (await core.upcoming('channel')).filter(({ at }) => at <= now.plus({ days }));
  print(`Reminders for ${channel} in the next ${days} days:`);
  for (const { at, meeting, leadMinutes } of upcoming) {
    print(`  ${inZone(at, zone)}  ${leadWords(leadMinutes)} before "${meeting.title}"`);
  }
  if (upcoming.length === 0) print('  none');
  const posted = await core.posted(now.minus(POSTED_SINCE));
  print('Posted in the last 30 days:');
  for (const { postedAt, kind, shown } of posted) {
    print(`  ${inZone(postedAt, zone)}  ${kind} of "${shown.title}"`);
  }
  if (posted.length === 0) print('  none');
}
