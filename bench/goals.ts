import { median, printTable, quantile, shown, type Unit } from './report.ts';

/** One measure of the bot and of bare Bolt, round by round, and what the bot may take. */
export interface Comparison {
  readonly what: string;
  readonly unit: Unit;
  /** The bot's value over bare Bolt's: at most so much, or at least. */
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  /** Bare Bolt once more: what differs between the two is noise. */
  readonly bareAgain: readonly number[];
}

/** A measure of the bot alone, and what it may be. */
export interface Bound {
  readonly what: string;
  readonly unit: Unit;
  readonly value: number;
  readonly atMost: number;
  /** The same measure while nothing is done. */
  readonly noise: number;
}

// Of the rounds' differences between bare Bolt and itself; the largest ones are accidents.
const NOISE_QUANTILE = 0.8;

/** Prints comparisons with their goals. Whether none is missed by more than the noise. */
export function reportComparisons(
  comparisons: readonly Comparison[],
  [ours, bare] = ['bot', 'bare Bolt'],
): boolean {
  const rows = comparisons.map((one) => {
    const ratio = median(ratios(one.ours, one.bare));
    const differences = ratios(one.bareAgain, one.bare).map((each) => Math.abs(Math.log(each)));
    const noise = Math.exp(quantile(differences, NOISE_QUANTILE)) - 1;
    const [bound, over] =
      'atMost' in one.goal
        ? [`≤ ${one.goal.atMost}`, ratio / one.goal.atMost - 1]
        : [`≥ ${one.goal.atLeast}`, one.goal.atLeast / ratio - 1];
    const values = [one.ours, one.bare].map((list) => shown(median(list), one.unit));
    const result = verdict(over, noise);
    return {
      result,
      cells: [one.what, ...values, ratio.toFixed(2), bound, percent(noise), result],
    };
  });
  const head = ['', ours, bare, 'ratio', 'goal', 'noise', ''];
  printTable([head, ...rows.map(({ cells }) => cells)]);
  return rows.every(({ result }) => result !== 'missed');
}

/** Prints measures with their bounds. Whether none is missed by more than the noise. */
export function reportBounds(bounds: readonly Bound[]): boolean {
  const rows = bounds.map(({ what, unit, value, atMost, noise }) => {
    const result = verdict(value - atMost, noise);
    const cells = [what, shown(value, unit), `≤ ${atMost}`, shown(noise, unit), result];
    return { result, cells };
  });
  printTable([['', 'bot', 'goal', 'noise', ''], ...rows.map(({ cells }) => cells)]);
  return rows.every(({ result }) => result !== 'missed');
}

function verdict(over: number, noise: number): 'met' | 'within the noise' | 'missed' {
  if (over <= 0) return 'met';
  return over <= noise ? 'within the noise' : 'missed';
}

function ratios(some: readonly number[], others: readonly number[]): number[] {
  return some.map((value, round) => value / (others[round] ?? value));
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
