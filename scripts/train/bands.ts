import type { Bands } from '../../src/questions/model.ts';
import { type Outcome, outcomeOf, type Read } from './judge.ts';

/** The most that may go wrong with the questions of strangers. */
const LIMITS = {
  /** Share of questions with an answer that get another one. */
  wrong: 0.025,
  /** Share of questions without an answer that get one. */
  false: 0.012,
  /** Share of questions without an answer that get buttons. */
  offered: 0.2,
} as const;

const LOWEST: Bands = { answerable: 0, sure: 0, likely: 0, both: 0.9 };
const ANSWERABLE = steps(0.7, 0.99, 0.01);
const SURE = steps(0.4, 0.95, 0.05);
const LIKELY = steps(0.1, 0.96, 0.02);
const BOTH = steps(0.4, 0.95, 0.05);

/** The bands that answer most within the limits, from examples read by models that had not learned them. */
export function chooseBands(reads: readonly Read[]): Bands {
  const sure = best(
    ANSWERABLE.flatMap((answerable) =>
      SURE.map((share) => ({ ...LOWEST, answerable, sure: share, likely: 1 })),
    ),
    reads,
  );
  const both = best(
    BOTH.map((share) => ({ ...sure, both: share })),
    reads,
  );
  const likely = LIKELY.find(
    (share) =>
      shares(reads.filter(isUnanswerable), { ...both, likely: share }).offered <= LIMITS.offered,
  );
  return { ...both, likely: likely ?? 1 };
}

/** How often each outcome occurs. */
export function shares(reads: readonly Read[], bands: Bands): Record<Outcome, number> {
  const counts: Record<Outcome, number> = {
    'at once': 0,
    half: 0,
    offered: 0,
    wrong: 0,
    silent: 0,
  };
  for (const read of reads) counts[outcomeOf(read, bands)] += 1;
  const share = (outcome: Outcome) => counts[outcome] / Math.max(1, reads.length);
  return {
    'at once': share('at once'),
    half: share('half'),
    offered: share('offered'),
    wrong: share('wrong'),
    silent: share('silent'),
  };
}

export function isUnanswerable({ example }: Read): boolean {
  return example.wants.includes('none');
}

function best(all: readonly Bands[], reads: readonly Read[]): Bands {
  const unanswerable = reads.filter(isUnanswerable);
  const answerable = reads.filter((read) => !isUnanswerable(read));
  let chosen = all.at(-1) ?? LOWEST;
  let most = -1;
  for (const bands of all) {
    if (shares(unanswerable, bands).wrong > LIMITS.false) continue;
    const { 'at once': right, wrong } = shares(answerable, bands);
    if (wrong <= LIMITS.wrong && right > most) [most, chosen] = [right, bands];
  }
  return chosen;
}

function steps(from: number, to: number, by: number): number[] {
  const count = Math.round((to - from) / by);
  return Array.from({ length: count + 1 }, (_, at) => Number((from + at * by).toFixed(4)));
}
