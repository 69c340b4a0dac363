import pino from 'pino';
import { loadGroup } from '../../src/group/load.ts';
import { createLogger } from '../../src/logger.ts';
import { sampleCalendar } from '../sample-calendar.ts';
import { readOptions, USAGE } from './options.ts';
import { simulate } from './simulate.ts';

async function main(): Promise<void> {
  const options = await readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(USAGE);
    return;
  }
  const { from, to, route } = options;
  const events = options.events ?? sampleCalendar(await loadGroup(), from);
  const logger = createLogger('warn', [], pino.destination({ fd: 2, sync: true }));
  await simulate(
    { from, to, events, route, leads: process.env.REMINDER_LEADS },
    (post) => process.stdout.write(`${JSON.stringify(post)}\n`),
    logger,
  );
}

await main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\nSee npm run simulate -- --help\n`);
  process.exitCode = 1;
});
