import { words } from '../text/similarity.ts';
import {
  areOneDay,
  type WrittenDate,
  writtenDates,
  writtenWeekdays,
} from '../text/written-dates.ts';
import type { NoteLine } from './notes-lines.ts';

/** A line that says on which day the meeting was whose notes follow. */
export interface DatedHeading {
  readonly date: WrittenDate;
  /** The weekday beside the date, if it names one. */
  readonly weekday: number | undefined;
  /** What else it says. */
  readonly words: readonly string[];
  readonly depth: number;
}

const MAX_LENGTH = 160;

// Besides a date and the meeting's name, headings say these.
const USUAL = new Set(
  `agenda notes note minutes meeting meetings mtg weekly biweekly bi monthly sync call triage session recording recorded recordings video link slides wg sig working group
  kubernetes k8s community office hours next proposed upcoming regular open closed public private apac emea eu us na asia europe americas am pm a p noon pt pst pdt et est edt
  cet cest utc gmt ist pacific eastern central european standard daylight time to at on the of for and mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat
  saturday sun sunday cancelled canceled cancel th st nd rd edition`.split(/\s+/u),
);

// Also a time such as 11a.
const NUMBER = /^\d+(?:am?|pm?)?$/u;

/**
 * `marked`: the document marks its headings, as Markdown does. `plain`: a line of its own.
 * `bullet`: an outermost item, with the notes indented below it.
 */
export type HeadingStyle = 'marked' | 'plain' | 'bullet';

/**
 * Reads a line as a heading of a style. `doubtful`: it begins with a date, but may as well be a remark
 * about that day; or it is struck out, or has several days.
 */
export function datedHeading(
  line: NoteLine,
  style: HeadingStyle,
  names: ReadonlySet<string>,
): DatedHeading | 'doubtful' | undefined {
  const { text, kind, depth } = line;
  if (text.length > MAX_LENGTH || kind !== KIND[style] || (style === 'bullet' && depth > 0)) {
    return undefined;
  }
  const [date, ...others] = writtenDates(text);
  if (date === undefined) return undefined;
  if (line.done || !areOneDay([date, ...others])) return 'doubtful';
  const isUsual = (word: string) => USUAL.has(word) || names.has(word) || NUMBER.test(word);
  const before = words(text.slice(0, date.index));
  const after = words(text.slice(date.index + date.length));
  if (!before.every(isUsual)) return undefined;
  const isPlain = after.every(isUsual);
  if (!isPlain && style === 'bullet') return undefined;
  if (!isPlain && style === 'plain') return before.length === 0 ? 'doubtful' : undefined;
  const weekdays = writtenWeekdays(text);
  return {
    date,
    weekday: weekdays.length === 1 ? weekdays[0] : undefined,
    words: [...before, ...after],
    depth,
  };
}

const KIND: Readonly<Record<HeadingStyle, NoteLine['kind']>> = {
  marked: 'heading',
  plain: 'text',
  bullet: 'bullet',
};
