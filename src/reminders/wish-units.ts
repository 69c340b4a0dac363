import { distance } from 'fastest-levenshtein';

/** Minutes of each unit, by the ways people type it. Months and years are here to be rejected as too long. */
const UNITS: ReadonlyMap<string, number> = new Map(
  [
    { minutes: 1 / 60, names: ['s', 'sec', 'secs', 'second', 'seconds'] },
    { minutes: 1, names: ['m', 'mi', 'min', 'mins', 'mn', 'mns', 'minute', 'minutes'] },
    { minutes: 60, names: ['h', 'hr', 'hrs', 'hour', 'hours'] },
    { minutes: 24 * 60, names: ['d', 'day', 'days'] },
    { minutes: 7 * 24 * 60, names: ['w', 'wk', 'wks', 'week', 'weeks'] },
    { minutes: 14 * 24 * 60, names: ['fortnight', 'fortnights'] },
    { minutes: 30 * 24 * 60, names: ['mo', 'mos', 'month', 'months'] },
    { minutes: 365 * 24 * 60, names: ['y', 'yr', 'yrs', 'year', 'years'] },
  ].flatMap(({ minutes, names }) => names.map((name) => [name, minutes] as const)),
);

/** Minutes of a unit such as `m`, `hrs` or `mintues`; undefined for any other word. */
export function unitMinutes(word: string): number | undefined {
  const exact = UNITS.get(word);
  if (exact !== undefined || word.length < 3) return exact;
  const meant = [...UNITS.keys()].find((unit) => unit.length > 2 && isTypoOf(word, unit));
  return meant === undefined ? undefined : UNITS.get(meant);
}

/** Whether a word is another with swapped letters or, if long, one or two wrong ones; the first letter must match. */
export function isTypoOf(typed: string, word: string): boolean {
  if (typed[0] !== word[0] || typed === word) return typed === word;
  const length = Math.max(typed.length, word.length);
  const mayDiffer = length < 5 ? 0 : length < 8 ? 1 : 2;
  return sorted(typed) === sorted(word) || distance(typed, word) <= mayDiffer;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
