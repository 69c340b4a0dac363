import { setTimeout as sleep } from 'node:timers/promises';
import type { Size } from './answers.ts';
import { type Bound, reportBounds } from './goals.ts';
import { largeTown, NOW } from './large-town.ts';
import { median, print, type Unit } from './report.ts';
import type { Stage } from './stage.ts';
import { watchedBot } from './watched.ts';

const SETTLE_MS = 2_000;
const EVENTS = 40;
const FEW = 1;
const SOME = 12;
const MANY = 35;

/** What a bot with so many groups takes. */
interface Cost {
  readonly startMs: number;
  readonly memoryMb: number;
  readonly jobsMs: number;
}

const MEASURES = [
  { of: 'startMs', what: 'start to connected', unit: 'ms', atMost: 25 },
  { of: 'memoryMb', what: 'memory after the start', unit: 'MB', atMost: 1 },
  { of: 'jobsMs', what: 'all jobs once', unit: 'ms', atMost: 10 },
] as const satisfies readonly { of: keyof Cost; what: string; unit: Unit; atMost: number }[];

/** What each further group costs. Whether that is no more than allowed, with few as with many. */
export async function groups(stage: Stage, { rounds }: Pick<Size, 'rounds'>): Promise<boolean> {
  const costs: (readonly [few: Cost, some: Cost, many: Cost])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    costs.push([await costOf(FEW, stage), await costOf(SOME, stage), await costOf(MANY, stage)]);
  }
  print(`What each further group costs, from ${FEW} to ${SOME} and from ${SOME} to ${MANY}:`);
  return reportBounds(
    MEASURES.flatMap(({ of, what, unit, atMost }) => {
      const early = costs.map(([few, some]) => (some[of] - few[of]) / (SOME - FEW));
      const late = costs.map(([, some, many]) => (many[of] - some[of]) / (MANY - SOME));
      return [
        bound(`${what}, ${FEW} to ${SOME}`, unit, early, atMost),
        bound(`${what}, ${SOME} to ${MANY}`, unit, late, atMost),
      ];
    }),
  );
}

function bound(what: string, unit: Unit, values: readonly number[], atMost: number): Bound {
  const noise = (Math.max(...values) - Math.min(...values)) / 2;
  return { what, unit, value: median(values), atMost, noise };
}

async function costOf(count: number, stage: Stage): Promise<Cost> {
  const town = await largeTown({ groups: count, events: EVENTS, people: 0, oldPosts: 0 });
  const connected = town.slack.connected();
  const began = performance.now();
  const program = stage.launchBot(town.env);
  await Promise.race([connected, program.ended]);
  const startMs = performance.now() - began;
  await sleep(SETTLE_MS);
  const memoryMb = program.memory();
  await program.stop();
  const bot = watchedBot(town.env);
  await bot.order({ do: 'start', at: NOW.toISO() });
  await bot.order({ do: 'run jobs', at: NOW.toISO() });
  const { cpuMs } = await bot.order({ do: 'time jobs', at: NOW.plus({ minutes: 5 }).toISO() });
  await bot.end();
  await town.close();
  return { startMs, memoryMb, jobsMs: cpuMs };
}
