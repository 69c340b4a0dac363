import pino from 'pino';
import { loadGroup } from '../../src/group/load.ts';
import { createLogger } from '../../src/logger.ts';
import { sampleCalendar } from '../sample-calendar.ts';
import { readOptions, USAGE } from './options.ts';
import { organizersSummary, simulateOrganizers } from './organizers.ts';
import { type SimulatedPost, simulate } from './simulate.ts';

async function main(): Promise<void> {
  const options = await readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(USAGE);
    return;
  }
  const { from, to, route, organizers } = options;
  const logger = createLogger('warn', [], pino.destination({ fd: 2, sync: true }));
  if (organizers) {
    const posts: SimulatedPost[] = [];
    const report = (post: SimulatedPost) => {
      posts.push(post);
      print(post);
    };
    await simulateOrganizers({ from, to, events: options.events }, report, logger);
    process.stdout.write(`${organizersSummary(posts)}\n`);
    return;
  }
  const events = options.events ?? sampleCalendar(await loadGroup(), from);
  await simulate({ from, to, events, route, leads: process.env.REMINDER_LEADS }, print, logger);
}

function print(post: SimulatedPost): void {
  process.stdout.write(`${JSON.stringify(post)}\n`);
}

await main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\nSee npm run simulate -- --help\n`);
  process.exitCode = 1;
});
