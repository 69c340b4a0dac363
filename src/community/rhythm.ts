import type { Weekday } from '../group/when.ts';

/** How often a meeting takes place, as far as words tell. */
export type Rhythm =
  | { readonly kind: 'weeks'; readonly every: number }
  | {
      readonly kind: 'month';
      /** Which of the month's weekdays; undefined if the words don't say. */
      readonly nth: readonly number[] | 'last' | undefined;
      /** The weekday that `nth` counts, if the meeting comes some days after it. */
      readonly after?: Weekday;
    };

export interface RhythmReading {
  /** Undefined for words that are no rule, and for words that contradict each other. */
  readonly rhythm: Rhythm | undefined;
  /** The weekdays that are named. */
  readonly weekdays: readonly Weekday[];
  /** Remarks that do not change the rule. */
  readonly remarks: readonly string[];
}

const DAYS = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
} as const satisfies Record<string, Weekday>;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

const ORDINAL = '(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)';
const WEEKDAY = '(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:days?)?';

const AFTER = new RegExp(`\\b${WEEKDAY},?\\s+after\\s+the\\s+${ORDINAL}\\s+${WEEKDAY}\\b`, 'iu');
const NTH = new RegExp(`\\b${ORDINAL}\\b`, 'iu');
const DAY = new RegExp(`\\b${WEEKDAY}\\b`, 'iu');
const OTHER_WEEK = /\b(?:bi-?weekly|fortnightly|every\s+other(?:\s+week)?)\b/iu;
const N_WEEKS = /\bevery\s+(two|three|four|five|six|seven|eight|[2-8])\s+weeks\b/iu;
const WEEKLY = /\b(?:weekly|(?:every|each|once\s+a)\s+week)\b/iu;
const MONTHLY = /\b(?:monthly|(?:(?:of|in)\s+)?(?:the|a|each|every)\s+month)\b/iu;
const FILLERS = /\b(?:every|each|the|on|and|starting|start\s+date)\b|[\s,.:;()&–—-]+/giu;

// What group pages add to a rule without changing it.
const REMARKS = [
  /\(?\[([^\]]*)\]\([^)]*\)\)?/iu,
  /\byou must be signed into [^,.]*/iu,
  /\b(?:interleaved|alternating|alternates) with [^,.()]*/iu,
];

/** Reads words such as `biweekly`, `third Wednesday of the month` and `every four weeks` by meaning. */
export function readRhythm(written: string): RhythmReading {
  const words = reader(written);
  const remarks = REMARKS.flatMap((remark) => words.takeAll(remark)).map(([all, label]) =>
    (label ?? all).trim(),
  );
  const [after] = words.takeAll(AFTER);
  const weeks = [
    ...words.takeAll(OTHER_WEEK).map(() => 2),
    ...words.takeAll(N_WEEKS).map(([, number = '']) => count(number)),
    ...words.takeAll(WEEKLY).map(() => 1),
  ];
  const isMonthly = words.takeAll(MONTHLY).length > 0;
  const ordinals = words.takeAll(NTH).map(([, ordinal = '']) => ordinal.toLowerCase());
  const weekdays = [...(after ? [after] : []), ...words.takeAll(DAY)].map(([, day]) => dayOf(day));
  const isWhole = words.rest().replace(FILLERS, '') === '';
  const rhythm = isWhole ? rhythmOf({ weeks, isMonthly, ordinals, after }) : undefined;
  return { rhythm, weekdays: [...new Set(weekdays)], remarks };
}

interface Found {
  readonly weeks: readonly number[];
  readonly isMonthly: boolean;
  readonly ordinals: readonly string[];
  readonly after: RegExpExecArray | undefined;
}

function rhythmOf({ weeks, isMonthly, ordinals, after }: Found): Rhythm | undefined {
  const [every] = weeks;
  if (every !== undefined) {
    const isAlone = new Set(weeks).size === 1 && !isMonthly && ordinals.length === 0 && !after;
    return isAlone ? { kind: 'weeks', every } : undefined;
  }
  if (!isMonthly) return undefined;
  if (!after) return { kind: 'month', nth: nthOf(ordinals) };
  const [, , ordinal = '', counted] = after;
  return ordinals.length > 0
    ? undefined
    : { kind: 'month', nth: nthOf([ordinal.toLowerCase()]), after: dayOf(counted) };
}

function nthOf(ordinals: readonly string[]): readonly number[] | 'last' | undefined {
  if (ordinals.length === 0) return undefined;
  if (ordinals.every((ordinal) => ordinal === 'last')) return 'last';
  const numbers = ordinals.map((ordinal) => ORDINALS.indexOf(ordinal) + 1 || Number(ordinal[0]));
  // The last and a numbered one are two rules in one.
  if (numbers.some(Number.isNaN)) return undefined;
  return [...new Set(numbers)].sort();
}

function count(number: string): number {
  return NUMBERS.indexOf(number.toLowerCase()) + 1 || Number(number);
}

function dayOf(written: string | undefined): Weekday {
  const key = Object.keys(DAYS).find(
    (day): day is keyof typeof DAYS => day === written?.toLowerCase(),
  );
  if (key === undefined) throw new Error(`${written} is no weekday`);
  return DAYS[key];
}

/** A text from which phrases are taken until nothing is left. */
function reader(text: string) {
  let rest = text;
  return {
    rest: () => rest,
    takeAll(pattern: RegExp): RegExpExecArray[] {
      const found: RegExpExecArray[] = [];
      for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
        found.push(match);
        rest = `${rest.slice(0, match.index)} , ${rest.slice(match.index + match[0].length)}`;
      }
      return found;
    },
  };
}
