import { DateTime } from 'luxon';
import { type Transition, transitions } from './transitions.ts';

// Rules are recognized in these years; a zone that follows none gets their changes one by one.
const YEARS_BEFORE = 1;
const YEARS = 8;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const known = new Map<string, readonly string[]>();

/**
 * The VTIMEZONE of a zone. As in Google's feeds, today's rules apply from 1970 on, whatever the
 * clocks did then.
 */
export function timezoneLines(zone: string, now: DateTime): readonly string[] {
  const year = now.year - YEARS_BEFORE;
  const name = `${zone} ${year}`;
  // It takes thousands of looks at the zone's clock, and each feed needs it.
  const lines = known.get(name) ?? timezoneSince(zone, year);
  known.set(name, lines);
  return lines;
}

function timezoneSince(zone: string, year: number): string[] {
  const from = DateTime.utc(year);
  const changes = transitions(zone, from, from.plus({ years: YEARS }));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    `X-LIC-LOCATION:${zone}`,
    ...(byRule(changes) ?? oneByOne(changes, from.setZone(zone))),
    'END:VTIMEZONE',
  ];
}

/** Two changes a year, each on the same weekday of a month, counted from its start or its end. */
function byRule(changes: readonly Transition[]): string[] | undefined {
  if (changes.length !== 2 * YEARS) return undefined;
  const one = yearly(changes.filter((_, index) => index % 2 === 0));
  const other = yearly(changes.filter((_, index) => index % 2 === 1));
  return one && other ? [...one, ...other] : undefined;
}

function yearly(changes: readonly Transition[]): string[] | undefined {
  const [first] = changes;
  if (!first || new Set(changes.map(withoutDay)).size > 1) return undefined;
  const count = countsOf(first).find((one) => changes.every((all) => countsOf(all).includes(one)));
  if (count === undefined) return undefined;
  const { wall } = first;
  const rule = `RRULE:FREQ=YEARLY;BYMONTH=${wall.month};BYDAY=${count}${WEEKDAYS[wall.weekday - 1]}`;
  return observance(first, in1970(wall, count), [rule]);
}

function withoutDay({ wall, before, after }: Transition): string {
  return [wall.month, wall.weekday, wall.toFormat('HHmmss'), before, after].join(' ');
}

/** How the weekday is counted in its month; from the end comes first. */
function countsOf({ wall }: Transition): number[] {
  const isLast = wall.day + 7 > (wall.daysInMonth ?? 31);
  return [...(isLast ? [-1] : []), Math.ceil(wall.day / 7)];
}

function in1970(wall: DateTime, count: number): DateTime {
  const month = wall.set({ year: 1970, day: 1 });
  if (count > 0) {
    const ahead = (wall.weekday - month.weekday + 7) % 7;
    return month.plus({ days: ahead + 7 * (count - 1) });
  }
  const last = month.set({ day: month.daysInMonth ?? 31 });
  return last.minus({ days: (last.weekday - wall.weekday + 7) % 7 });
}

function oneByOne(changes: readonly Transition[], from: DateTime): string[] {
  const always = { at: from, wall: from, before: from.offset, after: from.offset };
  const since1970 = observance(always, DateTime.utc(1970), []);
  return [...since1970, ...changes.flatMap((change) => observance(change, change.wall, []))];
}

function observance({ at, before, after }: Transition, start: DateTime, more: string[]): string[] {
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `TZNAME:${at.toFormat('ZZZZ', { locale: 'en-US' })}`,
    `DTSTART:${start.toFormat("yyyyMMdd'T'HHmmss")}`,
    ...more,
    `END:${kind}`,
  ];
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${minutes < 0 ? '-' : '+'}${hours}${rest}`;
}
