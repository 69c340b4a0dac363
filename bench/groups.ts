import { setTimeout as sleep } from 'node:timers/promises';
import type { Size } from './answers.ts';
import { type Comparison, reportComparisons } from './goals.ts';
import { largeTown, NOW } from './large-town.ts';
import { print, type Unit } from './report.ts';
import type { Stage } from './stage.ts';
import { watchedBot } from './watched.ts';

const SETTLE_MS = 2_000;
const EVENTS = 40;
const FEW = 1;
const SOME = 12;
const MANY = 35;
const MAX_RATIO = 1.25;

/** What a bot with so many groups takes. */
interface Cost {
  readonly startMs: number;
  readonly memoryMb: number;
  readonly jobsMs: number;
}

/** Compares what a further group costs when there are many with what it costs when there are few. */
export async function groups(stage: Stage, { rounds }: Pick<Size, 'rounds'>): Promise<boolean> {
  const rows: [keyof Cost, string, Unit][] = [
    ['startMs', 'start to connected, each further group', 'ms'],
    ['memoryMb', 'memory after the start, each further group', 'MB'],
    ['jobsMs', 'all jobs once, each further group', 'ms'],
  ];
  const comparisons = rows.map(([of, what, unit]) => ({ of, what, unit, ...measured() }));
  for (let round = 0; round < rounds; round += 1) {
    const few = await costOf(FEW, stage);
    const some = await costOf(SOME, stage);
    const many = await costOf(MANY, stage);
    const fewAgain = await costOf(FEW, stage);
    const someAgain = await costOf(SOME, stage);
    for (const { of, ours, bare, bareAgain } of comparisons) {
      ours.push((many[of] - some[of]) / (MANY - SOME));
      bare.push((some[of] - few[of]) / (SOME - FEW));
      bareAgain.push((someAgain[of] - fewAgain[of]) / (SOME - FEW));
    }
    const { startMs, memoryMb, jobsMs } = many;
    print(
      `  ${MANY} groups: ${Math.round(startMs)} ms, ${Math.round(memoryMb)} MB, jobs ${Math.round(jobsMs)} ms`,
    );
  }
  print('What each further group costs, when there are many and when there are few:');
  return reportComparisons(
    comparisons.map((one): Comparison => ({ ...one, goal: { atMost: MAX_RATIO } })),
    [`${SOME} to ${MANY}`, `${FEW} to ${SOME}`],
  );
}

function measured(): Record<'ours' | 'bare' | 'bareAgain', number[]> {
  return { ours: [], bare: [], bareAgain: [] };
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
