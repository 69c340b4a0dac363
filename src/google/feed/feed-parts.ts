import { contentLines } from './content-lines.ts';

/** A feed, split into parts that are parsed one by one, so that a bad one affects no other. */
export interface FeedParts {
  /** The zone that the calendar shows times in. */
  readonly zone: string | undefined;
  /** `VEVENT` components, each an iCalendar text. */
  readonly events: readonly string[];
  /** `VTIMEZONE` components. */
  readonly zones: readonly string[];
}

/** Splits a feed. Undefined if it is something else, such as a web page, or if its end is missing. */
export function splitFeed(text: string): FeedParts | undefined {
  const lines = contentLines(text.replace(/^\ufeff/u, '').trim());
  if (!isNamed(lines.at(0), 'BEGIN:VCALENDAR') || !isNamed(lines.at(-1), 'END:VCALENDAR')) {
    return undefined;
  }
  return {
    zone: propertyValue(lines, 'X-WR-TIMEZONE'),
    events: components(lines, 'VEVENT'),
    zones: components(lines, 'VTIMEZONE'),
  };
}

function components(lines: readonly string[], name: string): string[] {
  const found: string[] = [];
  let begin: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (isNamed(line, `BEGIN:${name}`)) begin = index;
    if (begin === undefined || !isNamed(line, `END:${name}`)) continue;
    found.push(lines.slice(begin, index + 1).join('\r\n'));
    begin = undefined;
  }
  return found;
}

function propertyValue(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`));
  return line?.slice(line.indexOf(':') + 1).trim();
}

function isNamed(line: string | undefined, expected: string): boolean {
  return line?.trim().toUpperCase() === expected;
}
