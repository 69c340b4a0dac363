import { withoutCorrected, withoutMoments } from './wish-moments.ts';
import { withDigits } from './wish-spellings.ts';
import { unitMinutes } from './wish-units.ts';

/** The times in a text. */
export interface TimesReading {
  /** The length of each in minutes, as typed: with fractions, in any order, however long. */
  readonly minutes: readonly number[];
  /** Whether one of them is a number without a unit, such as `15`. */
  readonly bare: boolean;
  /** Whether it gives a point in time rather than a length, such as “at 9” or “tomorrow”. */
  readonly moment: boolean;
  /** The text with a `|` for each time, and without points in time. */
  readonly rest: string;
}

/** One number in the text, with its unit if it has one. */
interface Quantity {
  readonly count: number;
  readonly unit: number | undefined;
  /** Whether the unit is a whole word, such as “day” rather than `d`. */
  readonly writtenOut: boolean;
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  /(?<![\p{L}\p{N}.#$€£])(\d+(?:\.\d+)?)(?![\d.]*\s?[%€$£])(?:[ -]*(\p{L}+)(\.(?= |$))?)?/gu;
const BETWEEN = /^(?:and|or|plus|then|[,;&+/ ])*$/u;

/** Finds every time in a plain text. `1h 30m` is one, `1h and 30m` are two. */
export function readTimes(plain: string): TimesReading {
  const corrected = withoutCorrected(withDigits(plain));
  const timeless = withoutMoments(corrected);
  const text = spaced(withLongerOfRange(timeless));
  const quantities = [...text.matchAll(NUMBER)].map(quantityOf);
  const units = quantities.map(
    (one, index) => one.unit ?? unitOfNeighbour(quantities, index, text),
  );
  const lengths = quantities.map(({ count }, index) => count * (units[index] ?? 1));
  const minutes: number[] = [];
  quantities.forEach((quantity, index) => {
    const before = quantities[index - 1];
    const length = lengths[index] ?? 0;
    if (before && isOneTime(before, quantity, text)) minutes.push((minutes.pop() ?? 0) + length);
    else minutes.push(length);
  });
  return {
    minutes,
    bare: units.some((unit) => unit === undefined),
    moment: timeless !== corrected,
    rest: withMarks(text, quantities),
  };
}

/** `1h30m` → `1 h·30 m`: the dot marks that nothing was between them. */
function spaced(text: string): string {
  return text.replace(/(\d)(?=\p{L})/gu, '$1 ').replace(/(?<=\d \p{L}{1,7})(?=\d)/gu, '·');
}

/** “10-15 minutes” → “15 minutes”: early enough for both. */
function withLongerOfRange(text: string): string {
  return text.replace(
    /(?<![\w.])(?:(?<=\bbetween )(\d+) and (\d+)|(\d+) ?(?:-|to|or) ?(\d+))(?![\d.])/g,
    (_, ...[a, b, c, d]: string[]) => String(Math.max(Number(a ?? c), Number(b ?? d))),
  );
}

function quantityOf(match: RegExpExecArray): Quantity {
  const [whole, digits = '', word = ''] = match;
  const unit = unitMinutes(word);
  const end = match.index + (unit === undefined ? digits : whole).length;
  return { count: Number(digits), unit, writtenOut: word.length > 2, start: match.index, end };
}

/** The unit of a number without one: minutes after hours (`1h 30`), or else the unit of its list. */
function unitOfNeighbour(
  quantities: readonly Quantity[],
  index: number,
  text: string,
): number | undefined {
  const before = quantities[index - 1];
  const here = quantities[index];
  if (before && here && isOneTime(before, here, text)) return 1;
  return unitAfter(quantities, index, text);
}

/** The unit of a number without one: the next one's in a list (“15 and 5 minutes”), unless that is “1 hour”. */
function unitAfter(
  quantities: readonly Quantity[],
  index: number,
  text: string,
): number | undefined {
  const here = quantities[index];
  const next = quantities[index + 1];
  if (!here || !next || !BETWEEN.test(text.slice(here.end, next.start))) return undefined;
  if (next.unit === undefined) return unitAfter(quantities, index + 1, text);
  return next.count === 1 ? undefined : next.unit;
}

const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes of consecutive units within one time, as in `1h 30m`. */
const DESCENDING = [7 * DAY, DAY, HOUR, 1, 1 / 60];

/** Whether two neighbours form one time: `1h 30m`, `1h30`, `1 day 10 minutes`; but not `24h 10m`, `1d 10m`, `30m 1h`. */
function isOneTime(first: Quantity, second: Quantity, text: string): boolean {
  if (first.unit === undefined || !Number.isInteger(first.count)) return false;
  const unit = second.unit ?? (first.unit === HOUR ? 1 : undefined);
  if (unit === undefined || second.count * unit >= first.unit) return false;
  const between = text.slice(first.end, second.start).trim();
  if (between === '·' || between === ':') return true;
  const follows = first.writtenOut || DESCENDING[DESCENDING.indexOf(first.unit) + 1] === unit;
  const isPart = first.unit >= DAY || first.count * first.unit < DAY;
  return between === '' && follows && isPart;
}

function withMarks(text: string, quantities: readonly Quantity[]): string {
  return quantities
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} | ${rest.slice(end)}`, text)
    .replace(/[ ·]+/g, ' ')
    .replace(/\bto (?=\|)/g, '')
    .trim();
}
