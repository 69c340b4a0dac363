import { DateTime } from 'luxon';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\b`;
const YEAR = String.raw`(?<year>20\d\d)\b`;
const BEFORE = String.raw`(?:(?:starting|starts|beginning|since|from)(?: on)?:?\s+)?(?:(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?`;

// As in `starting Tuesday December 7th, 2021`, `2019 start date: Jan. 11th` and `from 7 June 2018`.
const SPELLINGS = [
  `${BEFORE}${MONTH}\\s+${DAY},?\\s+${YEAR}`,
  `${YEAR}\\s+(?:start date:?\\s+)?${MONTH}\\s+${DAY}`,
  `${BEFORE}${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}`,
  `${BEFORE}(?<iso>20\\d\\d-\\d\\d-\\d\\d)\\b`,
].map((pattern) => new RegExp(`\\b${pattern}`, 'iu'));

/** A date that was found in a text. */
export interface SpokenDate {
  readonly written: string;
  /** Undefined for a day that no calendar has, such as February 30th. */
  readonly date: DateTime<true> | undefined;
  /** The text without it. */
  readonly rest: string;
}

/** The first date in a text, with the words that lead to it. */
export function spokenDate(text: string): SpokenDate | undefined {
  for (const spelling of SPELLINGS) {
    const match = spelling.exec(text);
    if (!match) continue;
    const [written] = match;
    const rest = text.replace(written, ' ');
    return { written: written.trim(), date: dateOf(match.groups ?? {}), rest };
  }
  return undefined;
}

function dateOf(parts: Readonly<Record<string, string>>): DateTime<true> | undefined {
  const { iso, year, month = '', day } = parts;
  const date =
    iso === undefined
      ? DateTime.utc(Number(year), MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(day))
      : DateTime.fromISO(iso, { zone: 'utc' });
  return date.isValid ? date : undefined;
}
