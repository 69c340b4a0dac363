import { DateTime, IANAZone } from 'luxon';

/** The lines of an event's `recurrence`, read as Google reads them. */
export interface Recurrence {
  /** RRULEs without their name; an UNTIL is in UTC, or a date if the event is all-day. */
  readonly rules: readonly string[];
  /** EXRULEs, likewise. */
  readonly exceptRules: readonly string[];
  /** RDATEs and EXDATEs, in the zone of the event's start. */
  readonly dates: readonly DateTime[];
  readonly exceptDates: readonly DateTime[];
}

/** Reads recurrence lines of an event that starts at `first`; all-day events start in UTC. */
export function readRecurrence(
  lines: readonly string[],
  first: DateTime,
  allDay: boolean,
): Recurrence {
  const named = (name: string) => lines.map(readLine).filter((line) => line.name === name);
  const rules = (name: string) => named(name).map(({ value }) => readRule(value, first, allDay));
  const dates = (name: string) => named(name).flatMap((line) => readDates(line, first, allDay));
  return {
    rules: rules('RRULE'),
    exceptRules: rules('EXRULE'),
    dates: dates('RDATE'),
    exceptDates: dates('EXDATE'),
  };
}

interface Line {
  readonly name: string;
  readonly zone: string | undefined;
  readonly value: string;
}

function readLine(line: string): Line {
  const [, head = '', value = ''] = /^([^:]*):?(.*)$/su.exec(line.trim()) ?? [];
  const [name = '', ...parameters] = head.split(';');
  const zone = parameters.find((text) => /^TZID=/iu.test(text))?.slice('TZID='.length);
  return { name: name.toUpperCase(), zone, value };
}

// The order in which Google writes the parts of a rule, whatever order it was given; others follow.
const PARTS = ['FREQ', 'WKST', 'UNTIL', 'COUNT', 'INTERVAL'];

function readRule(value: string, first: DateTime, allDay: boolean): string {
  const parts = value
    .split(';')
    .filter((part) => part !== '')
    .map((part) => (/^UNTIL=/iu.test(part) ? readUntil(part.slice(6), first, allDay) : part));
  const place = (part: string) => {
    const index = PARTS.indexOf(part.split('=')[0]?.toUpperCase() ?? '');
    return index < 0 ? PARTS.length : index;
  };
  return parts.toSorted((a, b) => place(a) - place(b)).join(';');
}

/**
 * RFC 5545 demands UTC beside a start with a zone. Google also takes a time without Z, which is
 * local to the event, and a date, which includes that whole day.
 */
function readUntil(text: string, first: DateTime, allDay: boolean): string {
  if (allDay) return `UNTIL=${text.slice(0, 8)}`;
  if (text.toUpperCase().endsWith('Z')) return `UNTIL=${text}`;
  const local = readStamp(text, first);
  if (!local.isValid) return `UNTIL=${text}`;
  const until = text.includes('T') ? local : local.endOf('day');
  return `UNTIL=${utcStamp(until)}`;
}

function readDates({ zone, value }: Line, first: DateTime, allDay: boolean): DateTime[] {
  const named = zone !== undefined && IANAZone.isValidZone(zone) ? first.setZone(zone) : first;
  return value
    .split(',')
    .map((text) => text.split('/')[0]?.trim() ?? '')
    .map((text) => readStamp(allDay ? text.slice(0, 8) : text, named).setZone(first.zone))
    .filter((at) => at.isValid);
}

function readStamp(text: string, { zone }: DateTime): DateTime {
  const upper = text.toUpperCase();
  const format = upper.includes('T') ? "yyyyMMdd'T'HHmmss" : 'yyyyMMdd';
  if (!upper.endsWith('Z')) return firstOfTwo(DateTime.fromFormat(upper, format, { zone }));
  return DateTime.fromFormat(upper.slice(0, -1), format, { zone: 'utc' });
}

/**
 * A recurrence goes by the clock: of two moments at which it shows its time, the first counts.
 * https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 */
export function firstOfTwo(at: DateTime): DateTime {
  return at.isValid
    ? at.getPossibleOffsets().reduce((first, other) => (other < first ? other : first))
    : at;
}

/** `20261202T170000Z`. */
export function utcStamp(at: DateTime): string {
  return at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
}
