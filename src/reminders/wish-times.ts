import { withDigits } from './wish-spellings.ts';
import { unitMinutes } from './wish-units.ts';

/** The times in a text. */
export interface TimesReading {
  /** How long each is, in minutes, as typed: with fractions, in any order, of any length. */
  readonly minutes: readonly number[];
  /** Whether one of them is a number without a unit, such as `15`. */
  readonly bare: boolean;
  /** Whether it names a moment rather than a length, such as “at 9” or “tomorrow”. */
  readonly moment: boolean;
  /** The text with a `|` for each time, and without moments. */
  readonly rest: string;
}

/** One number of the text, with its unit if it has one. */
interface Quantity {
  readonly count: number;
  readonly unit: number | undefined;
  /** Whether the unit is a whole word, such as “day” rather than `d`. */
  readonly writtenOut: boolean;
  readonly start: number;
  readonly end: number;
}

const UNIT = String.raw`(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)\b`;
const LENGTH = String.raw`\d[\d.]*(?:[ -]?${UNIT})?`;
const ZONE = String.raw`(?: (?:pt|pst|pdt|et|est|edt|ct|utc|gmt|bst|cet|cest|ist|jst|brt)\b)?`;

/** What is wanted no longer: “10 minutes instead of 15”, “not 15 but 10”, “change 15m to 30m”. */
const CORRECTED = [
  new RegExp(String.raw`\b(?:instead of|rather than) (?:the |just )?${LENGTH}`, 'g'),
  new RegExp(String.raw`\bnot ${LENGTH}(?: before)?,? but\b`, 'g'),
  new RegExp(`, not ${LENGTH}`, 'g'),
  new RegExp(
    String.raw`\b(?:change|switch|move|from)(?: (?:it|them|my|the|reminders?|from))* ${LENGTH}(?: reminders?)? (?:in)?to\b`,
    'g',
  ),
];

const MOMENTS = [
  /\b\d{4}-\d{1,2}-\d{1,2}\b/g,
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\bon \d{1,2}[/.]\d{1,2}\b/g,
  new RegExp(
    String.raw`\b(?:at |by )?\d{1,2}(?::[0-5]\d)? ?(?:am|pm|a\.m\.?|p\.m\.?|oclock)(?!\w)${ZONE}`,
    'g',
  ),
  new RegExp(String.raw`\b(?:at |by )?\d{1,2}:[0-5]\d\b${ZONE}`, 'g'),
  new RegExp(
    String.raw`\b(?:at|by|on|until|since) (?:the )?\d{1,2}(?![\d:/]|\.\d| ?-?[ ]?${UNIT}| ?-?[ ]?[a-z]*min)`,
    'g',
  ),
  /\b(?:the )?\d{1,2}(?:st|nd|rd|th)\b/g,
  /\b(?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b/g,
  /\bon (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b/g,
  /\b(?:at |the |in the |on the |this )?(?:noon|midnight|morning|evening|night|afternoon|eod|asap)(?: of)?\b/g,
  /\b(?:an? )?(?:few|several|some|little while|bit|moment)(?= |$)(?: (?:minutes?|mins?|hours?|days?|weeks?|time))?/g,
  /\b(?:today|tonight|tomorrow|tmrw|tmr|soon|shortly|later|(?:next|this) (?:week|month)|(?:right|just) before|at (?:the )?start)\b/g,
];

const NUMBER =
  /(?<![\p{L}\p{N}.#$€£])(\d+(?:\.\d+)?)(?![\d.]*\s?[%€$£])(?:[ -]*(\p{L}+)(\.(?= |$))?)?/gu;
const BETWEEN = /^(?:and|or|plus|then|[,;&+/ ])*$/u;

/** Reads every time in a plain text. `1h 30m` is one, `1h and 30m` are two. */
export function readTimes(plain: string): TimesReading {
  const corrected = CORRECTED.reduce((text, old) => text.replace(old, ' '), withDigits(plain));
  const timeless = MOMENTS.reduce((text, moment) => text.replace(moment, ' '), corrected);
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

/** `1h30m` → `1 h·30 m`: the point says that nothing stood between them. */
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

/** The unit of a number that has none: minutes after hours (`1h 30`), else the unit of the list that it is in. */
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

/** The unit of a number that has none: the next one's in a list (“15 and 5 minutes”), unless that is “1 hour”. */
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
/** Minutes of the units that follow each other within one time, as in `1h 30m`. */
const DESCENDING = [7 * DAY, DAY, HOUR, 1, 1 / 60];

/** Whether two neighbours make one time: `1h 30m`, `1h30`, `1 day 10 minutes`; but not `24h 10m`, `1d 10m`, `30m 1h`. */
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
