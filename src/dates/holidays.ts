import { DateTime } from 'luxon';

/** A time of the year that people call by a name; its last day counts. */
interface Holiday {
  readonly pattern: RegExp;
  readonly days: (year: number) => readonly [from: DateTime, to: DateTime];
}

const date = (year: number, month: number, day: number) => DateTime.utc(year, month, day);

/** Fourth Thursday of November. */
function thanksgiving(year: number): DateTime {
  const first = date(year, 11, 1);
  return first.plus({ days: ((4 - first.weekday + 7) % 7) + 21 });
}

/** By the method of the Astronomical Almanac (Meeus/Jones/Butcher). */
function easter(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return date(year, Math.floor(f / 31), (f % 31) + 1);
}

export const HOLIDAYS: readonly Holiday[] = [
  {
    pattern:
      /\b(?:over |between |during |in )?(?:the )?(?:(?:winter |end[- ]of[- ]year )?holidays|festive season|christmas (?:break|week|and new year))\b/iu,
    days: (year) => [date(year, 12, 24), date(year + 1, 1, 1)],
  },
  {
    pattern: /\b(?:christmas eve)\b/iu,
    days: (year) => [date(year, 12, 24), date(year, 12, 24)],
  },
  {
    pattern: /\b(?:christmas|xmas|x-mas)\b/iu,
    days: (year) => [date(year, 12, 24), date(year, 12, 26)],
  },
  {
    pattern: /\bnew year(?:['’]?s)? eve\b/iu,
    days: (year) => [date(year, 12, 31), date(year, 12, 31)],
  },
  {
    pattern: /\bnew year(?:['’]?s)?(?: day)?\b/iu,
    days: (year) => [date(year, 1, 1), date(year, 1, 1)],
  },
  {
    pattern: /\bthanksgiving(?: week)?\b/iu,
    days: (year) => [thanksgiving(year).startOf('week'), thanksgiving(year).endOf('week')],
  },
  {
    pattern: /\b(?:easter(?: monday| week| weekend| sunday)?|good friday)\b/iu,
    days: (year) => [easter(year).minus({ days: 2 }), easter(year).plus({ days: 1 })],
  },
];
