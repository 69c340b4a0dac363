import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import pino from 'pino';
import { type Config, parseConfig, secretsIn } from './config/config.ts';
import { SetupError } from './errors.ts';
import { googleCalendar } from './google/source.ts';
import { loadGroup } from './group/load.ts';
import { createLogger } from './logger.ts';
import { inZone, leadWords } from './messages/time.ts';
import { comingReminders } from './reminders/plan.ts';
import { openStoreForReading } from './store/open.ts';

const USAGE = `Print what the bot would post, from the real settings, and what it posted last.
Nothing is posted, and nothing is written to the database.

  npm run preview -- --days 14
`;
const MAX_DAYS = 300;
const POSTED_SINCE = { days: 30 };

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
  const { zone } = group.regular_meeting;
  if (!config.google)
    throw new SetupError(['GOOGLE_API_KEY is missing; without a calendar nothing is posted']);
  const source = googleCalendar(config.google, config.googleRootUrl, group, logger);
  const { meetings } = await source.read(now, []);
  const store = await openStoreForReading(config.store);
  const settled = (await store?.ledger.settledAhead(now)) ?? new Set<string>();
  const posted = (await store?.ledger.posted(now.minus(POSTED_SINCE))) ?? [];
  await store?.close();

  const coming = comingReminders(meetings, config.reminderLeads, settled, now).filter(
    ({ at }) => at <= now.plus({ days }),
  );
  print(`Reminders for ${config.channel} in the next ${days} days:`);
  for (const { at, meeting, leadMinutes } of coming) {
    print(`  ${inZone(at, zone)}  ${leadWords(leadMinutes)} before "${meeting.title}"`);
  }
  if (coming.length === 0) print('  none');
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
