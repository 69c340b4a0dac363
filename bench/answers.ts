import type { Contender } from './contender.ts';
import { type Comparison, reportBounds, reportComparisons } from './goals.ts';
import type { Lag } from './program.ts';
import { median, print, quantile } from './report.ts';
import type { Stage } from './stage.ts';
import { QUESTION, teachBareBolt } from './teach.ts';

/** How much is measured. */
export interface Size {
  readonly rounds: number;
  readonly requests: number;
}

const AT_ONCE = 50;
const MAX_LAG_MS = 15;
const WARM_UP = 300;

type Ask = (one: Contender) => Promise<number>;

interface Row {
  readonly what: string;
  readonly ask: Ask;
  /** The most that the bot may take, over bare Bolt. */
  readonly p50: number;
  readonly p99?: number;
}

const ROWS: readonly Row[] = [
  { what: 'next-meeting', ask: (one) => one.slash('next-meeting'), p50: 1.1, p99: 1.2 },
  { what: 'a question by slash command', ask: (one) => one.slash(QUESTION), p50: 1.5, p99: 1.5 },
  { what: 'organizers', ask: (one) => one.slash('organizers'), p50: 1.1, p99: 1.2 },
  { what: 'workstreams', ask: (one) => one.slash('workstreams'), p50: 1.1, p99: 1.2 },
  { what: 'a mention', ask: (one) => one.mention('next-meeting'), p50: 1.3 },
  { what: 'the Home tab', ask: (one) => one.home(), p50: 1.5 },
];

/** The bot, bare Bolt, and bare Bolt again, which take turns. */
interface Contenders {
  readonly ours: Contender;
  readonly bare: Contender;
  readonly bareAgain: Contender;
}

const NAMES = ['ours', 'bare', 'bareAgain'] as const;

type Measured<Value> = Record<keyof Contenders, Value[]>;

/** Compares what people wait for. Whether no goal is missed by more than the noise. */
export async function answers(stage: Stage, size: Size): Promise<boolean> {
  await teachBareBolt(stage);
  const ours = await stage.start('bot', 'with probe');
  const bare = await stage.start('bare Bolt', 'with probe');
  const bareAgain = await stage.start('bare Bolt', 'with probe');
  const contenders = { ours, bare, bareAgain };
  const comparisons: Comparison[] = [];
  for (const row of ROWS) comparisons.push(...(await compare(row, contenders, size)));
  const atOnce = await burst(contenders, size);
  for (const one of Object.values(contenders)) await stage.end(one);
  print('What people wait for, in Socket Mode, one at a time and 50 at once:');
  const isFast = reportComparisons([...comparisons, ...atOnce.comparisons]);
  print('How late the event loop is with 50 at once (noise: that of bare Bolt):');
  const [value, noise] = [atOnce.lags.ours, atOnce.lags.bare].map((lags) => p99(lags));
  const what = 'event loop lag, p99';
  const lag = {
    what,
    unit: 'ms',
    value: value ?? 0,
    noise: noise ?? 0,
    atMost: MAX_LAG_MS,
  } as const;
  return reportBounds([lag]) && isFast;
}

async function compare(
  { what, ask, p50, p99: tail }: Row,
  contenders: Contenders,
  { rounds, requests }: Size,
): Promise<Comparison[]> {
  const middles = measured();
  const tails = measured();
  await askInTurn(contenders, ask, WARM_UP);
  for (let round = 0; round < rounds; round += 1) {
    const times = await askInTurn(contenders, ask, requests);
    for (const name of NAMES) {
      middles[name].push(median(times[name]));
      tails[name].push(quantile(times[name], 0.99));
    }
  }
  const row = (label: string, values: Measured<number>, atMost: number): Comparison => ({
    what: `${what}, ${label}`,
    unit: 'ms',
    goal: { atMost },
    ...values,
  });
  return [row('p50', middles, p50), ...(tail === undefined ? [] : [row('p99', tails, tail)])];
}

async function burst(contenders: Contenders, { rounds, requests }: Size) {
  const rates = measured();
  const lags: Record<keyof Contenders, Lag[]> = { ours: [], bare: [], bareAgain: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of inTurn(round)) {
      const one = contenders[name];
      const began = performance.now();
      lags[name].push(
        await one.program.lagDuring(async () => {
          for (let asked = 0; asked < 10 * requests; asked += AT_ONCE) {
            await Promise.all(Array.from({ length: AT_ONCE }, () => one.raw('next-meeting')));
          }
        }),
      );
      rates[name].push((10 * requests * 1000) / (performance.now() - began));
    }
  }
  const comparisons: Comparison[] = [
    { what: 'next-meeting, 50 at once', unit: 'a second', goal: { atLeast: 0.8 }, ...rates },
  ];
  return { comparisons, lags };
}

/** Each is asked once, then each again: whatever else the machine does meets all of them. */
async function askInTurn(contenders: Contenders, ask: Ask, count: number) {
  const times = measured();
  for (let asked = 0; asked < count; asked += 1) {
    for (const name of inTurn(asked)) times[name].push(await ask(contenders[name]));
  }
  return times;
}

/** The names, each time from another one on: who comes first finds the caches of the last one. */
function inTurn(turn: number): (keyof Contenders)[] {
  return NAMES.map((_, at) => NAMES[(at + turn) % NAMES.length] ?? 'ours');
}

function measured(): Measured<number> {
  return { ours: [], bare: [], bareAgain: [] };
}

function p99(lags: readonly Lag[]): number {
  return median(lags.map((lag) => lag.p99));
}
