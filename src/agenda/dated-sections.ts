import type { DateTime } from 'luxon';
import { words } from '../text/similarity.ts';
import { type WrittenDay, writtenDates } from '../text/written-dates.ts';
import { type DatedHeading, datedHeading, type HeadingStyle } from './dated-heading.ts';
import type { NoteLine } from './notes-lines.ts';
import { type Day, datesOf } from './section-dates.ts';

/** What stands in the notes under the heading of a date. */
export interface DatedSection {
  readonly heading: DatedHeading;
  /** What its date can mean. */
  readonly days: readonly Day[];
  readonly lines: readonly NoteLine[];
}

/** A document's sections by date, and dates that begin a line without being clearly a heading. */
export interface DatedNotes {
  readonly sections: readonly DatedSection[];
  readonly doubtful: readonly WrittenDay[];
}

const STYLES: readonly HeadingStyle[] = ['marked', 'plain', 'bullet'];
const END =
  /^(?:archived?|past|previous|older|old|template|meeting template|future|backlog|parking lot|resources)\b.{0,30}$/iu;
const YEAR =
  /^(?:meetings?|notes|archive|year)?[\s:]*(?<year>20\d\d)[\s:]*(?:meetings?|notes|archive|minutes)*$/iu;

/**
 * Finds the sections of a document that have a date as their heading; `names` may stand beside it. Give
 * it the lines one by one.
 */
export class DatedSections {
  readonly #dividers: readonly Divider[];

  constructor(names: readonly string[]) {
    const known = new Set(names.flatMap(words));
    this.#dividers = STYLES.map((style) => new Divider(style, known));
  }

  read(line: NoteLine): void {
    for (const divider of this.#dividers) divider.read(line);
  }

  /** What was found. A document that marks its headings has no others. */
  found(now: DateTime<true>): DatedNotes {
    const divider = this.#dividers.find(({ sections }) => sections.length > 0);
    if (divider === undefined) return { sections: [], doubtful: [] };
    const { sections, doubtful } = divider;
    const dated = datesOf(sections, now);
    return {
      sections: sections.map(({ heading, lines }, index) => {
        return { heading, lines, days: dated[index] ?? [] };
      }),
      doubtful,
    };
  }
}

interface OpenSection {
  readonly heading: DatedHeading;
  readonly year: number | undefined;
  readonly lines: NoteLine[];
}

/** Divides a document at its dated headings. */
class Divider {
  readonly sections: OpenSection[] = [];
  readonly doubtful: WrittenDay[] = [];
  readonly #style: HeadingStyle;
  readonly #names: ReadonlySet<string>;
  #year: number | undefined;
  #open: OpenSection | undefined;

  constructor(style: HeadingStyle, names: ReadonlySet<string>) {
    this.#style = style;
    this.#names = names;
  }

  read(line: NoteLine): void {
    const heading = this.#isWithin(line) ? undefined : datedHeading(line, this.#style, this.#names);
    const year = line.kind === 'bullet' ? undefined : YEAR.exec(line.text)?.groups?.year;
    if (heading === 'doubtful') {
      this.doubtful.push(...writtenDates(line.text).flatMap(({ readings }) => readings));
      this.#open = undefined;
    } else if (heading !== undefined) {
      this.#open = { heading, year: this.#year, lines: [] };
      this.sections.push(this.#open);
    } else if (year !== undefined) {
      this.#year = Number(year);
      this.#open = undefined;
    } else if (this.#ends(line)) {
      this.#open = undefined;
    } else {
      this.#open?.lines.push(line);
    }
  }

  /** A heading below that of a section belongs to it, even with a date. */
  #isWithin({ kind, depth }: NoteLine): boolean {
    return this.#open !== undefined && kind === 'heading' && depth > this.#open.heading.depth;
  }

  #ends({ kind, depth, text }: NoteLine): boolean {
    switch (this.#style) {
      case 'marked':
        return kind === 'heading' && depth <= (this.#open?.heading.depth ?? 0);
      case 'plain':
        return kind === 'text' && END.test(text);
      case 'bullet':
        return kind !== 'bullet' || depth === 0;
    }
  }
}
