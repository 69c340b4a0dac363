import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import pino from 'pino';
import { type Core, compose } from './app/compose.ts';
import { type Config, parseConfig, secretsIn } from './config/config.ts';
import { SetupError } from './errors.ts';
import { calendarSource } from './google/calendar-source.ts';
import { loadGroup } from './group/load.ts';
import { createLogger } from './logger.ts';
import { inZone, leadWords } from './messages/time.ts';
import { problemList } from './problems.ts';
import { openStore, openStoreForReading } from './store/open.ts';

const USAGE = `Print what the bot would post, from the real settings, and what it posted last.
Nothing is posted, and nothing is written to the database.

  npm run preview -- --days 14
`;
const MAX_DAYS = 300;
const POSTED_SINCE = { days: 30 };
// A dry run writes nothing.
const NO_SNAPSHOTS = { load: async () => undefined, save: async () => {} };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { days: { type: 'string', default: '14' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const days = /^\d{1,3}$/.test(values.days) ? Number(values.days) : 0;
  if (days < 1 || days > MAX_DAYS) {
    throw new SetupError([`--days takes a number from 1 to ${MAX_DAYS}, got "${values.days}"`]);
  }
  await preview(parseConfig(process.env), days, DateTime.utc());
}

async function preview(config: Config, days: number, now: DateTime<true>): Promise<void> {
  const logger = createLogger(
    'warn',
    secretsIn(process.env),
    pino.destination({ fd: 2, sync: true }),
  );
  const group = await loadGroup(config.groupFile);
  const store =
    (await openStoreForReading(config.store)) ??
    (await openStore({ kind: 'sqlite', path: ':memory:' }, group.id));
  const core = await compose({
    group,
    store: { ...store.forGroup(group.id), calendarSnapshots: NO_SNAPSHOTS },
    source: calendarSource(config.google, group, logger),
    channelId: config.channel,
    leadTimes: config.reminderLeads,
    clock: { now: () => now },
    logger,
    problems: problemList(logger),
  });
  await core.calendar.refresh(now);
  if (core.calendar.state().kind !== 'read') {
    throw new SetupError(['The calendar could not be read; the lines above explain why']);
  }
  await report(core, config.channel, days, now);
  await store.close();
}

async function report(core: Core, channel: string, days: number, now: DateTime<true>) {
  const { zone } = core.group.regularMeeting;
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main().catch((error: unknown) => {
  const lines = error instanceof SetupError ? error.problems : [String(error)];
  process.stderr.write(`${lines.join('\n')}\nSee npm run preview -- --help\n`);
  process.exitCode = 1;
});
