import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { manualClock } from '../sandbox/clock.ts';
import { type Bot, startBot } from '../src/app/bot.ts';
import { valid } from '../src/calendar/moment.ts';
import { parseConfig } from '../src/config/config.ts';
import { createLogger } from '../src/logger.ts';
import { openStoreForReading } from '../src/store/open.ts';
import { longestTurn } from './turns.ts';

// A bot in a process of its own, whose clock is set and whose jobs run when the bench says so. After each
// order it tells how long nobody else got a turn meanwhile, and how much memory is in use.

const at = z.iso.datetime();
const order = z.discriminatedUnion('do', [
  z.object({ do: z.literal('start'), at }),
  /** `forMs`: so long at most, for runs that would go on for hours. */
  z.object({ do: z.literal('run jobs'), at, forMs: z.number().optional() }),
  /** Without a watch, which takes time itself. */
  z.object({ do: z.literal('time jobs'), at }),
  /** The copy of a calendar, from the store. */
  z.object({ do: z.literal('load'), groupId: z.string(), calendarId: z.string() }),
  z.object({ do: z.literal('stop') }),
  /** Until told `done`. */
  z.object({ do: z.literal('serve') }),
]);
const told = z.union([order, z.literal('done')]);
export type Order = z.infer<typeof order>;

const clock = manualClock(valid(DateTime.utc()));
let bot: Bot | undefined;
let served = Promise.withResolvers<void>();

async function obey(given: Order): Promise<void> {
  if ('at' in given) clock.set(valid(DateTime.fromISO(given.at, { zone: 'utc' })));
  switch (given.do) {
    case 'start':
      bot = await startBot(parseConfig(process.env), clock, createLogger('fatal', []));
      return;
    case 'run jobs':
      await Promise.race([bot?.runJobs(), ...(given.forMs ? [sleep(given.forMs)] : [])]);
      return;
    case 'time jobs':
      await bot?.runJobs();
      return;
    case 'load': {
      const store = await openStoreForReading(parseConfig(process.env).store);
      const copies = store?.forGroup(given.groupId).calendarSnapshots;
      if (!(await copies?.load(given.calendarId))) throw new Error('there is no copy');
      return store?.close();
    }
    case 'stop':
      await bot?.stop();
      return;
    case 'serve':
      served = Promise.withResolvers();
      await served.promise;
  }
}

async function report(given: Order): Promise<void> {
  const before = process.cpuUsage();
  const work = () => obey(given);
  const blockedMs = given.do === 'time jobs' ? await work().then(() => 0) : await longestTurn(work);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  globalThis.gc?.();
  process.send?.({ blockedMs, cpuMs, heapMb: process.memoryUsage().heapUsed / 1e6 });
}

process.on('message', (message) => {
  const given = told.parse(message);
  if (given === 'done') served.resolve();
  else void report(given);
});
process.on('disconnect', () => process.exit());
