import { setTimeout as sleep } from 'node:timers/promises';
import type { Size } from './answers.ts';
import type { Contender } from './contender.ts';
import { reportComparisons } from './goals.ts';
import { print } from './report.ts';
import type { Kind, Stage } from './stage.ts';
import { teachBareBolt } from './teach.ts';

const SETTLE_MS = 2_000;
const ANSWERS = 10_000;
const AT_ONCE = 50;

const WHO = ['ours', 'bare', 'bareAgain'] as const;
type Who = (typeof WHO)[number];
const KINDS: Readonly<Record<Who, Kind>> = {
  ours: 'bot',
  bare: 'bare Bolt',
  bareAgain: 'bare Bolt',
};

/** Compares starts and memory. Whether no goal is missed by more than the noise. */
export async function starts(stage: Stage, { rounds }: Pick<Size, 'rounds'>): Promise<boolean> {
  await teachBareBolt(stage);
  const startMs = measured();
  const atStart = measured();
  const later = measured();
  for (let round = 0; round < rounds; round += 1) {
    for (const who of WHO) {
      const one = await stage.start(KINDS[who]);
      startMs[who].push(one.startMs);
      await sleep(SETTLE_MS);
      atStart[who].push(one.program.memory());
      await askMany(one);
      later[who].push(one.program.memory());
      await stage.end(one);
    }
  }
  print('Start and memory, each in a process of its own:');
  return reportComparisons([
    { what: 'start to connected', unit: 'ms', goal: { atMost: 1.4 }, ...startMs },
    { what: 'memory after the start', unit: 'MB', goal: { atMost: 1.25 }, ...atStart },
    { what: 'memory after 10,000 answers', unit: 'MB', goal: { atMost: 1.4 }, ...later },
  ]);
}

async function askMany(one: Contender): Promise<void> {
  for (let asked = 0; asked < ANSWERS; asked += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => one.raw('next-meeting')));
  }
}

function measured(): Record<Who, number[]> {
  return { ours: [], bare: [], bareAgain: [] };
}
