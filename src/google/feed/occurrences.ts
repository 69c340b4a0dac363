import ICAL from 'ical.js';
import type { FeedEvent } from './feed-event.ts';
import { compactDate, type FeedMoment, isUtc, momentAt, type WallTime } from './feed-moment.ts';
import { asUtc, type FeedZones } from './zones.ts';

/** Instants in ms since the epoch. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

// A daily meeting has 365 occurrences in the window. Anything near these limits is not a meeting.
const MAX_OCCURRENCES = 2_000;
const MAX_STEPS = 100_000;
const DAY_MS = 86_400_000;

/** The occurrences of a series in the window, by their original start. */
export interface Occurrences {
  readonly standing: readonly FeedMoment[];
  /** Those that `EXDATE` removes: Google's feed says in no other way that one is cancelled. */
  readonly excepted: readonly FeedMoment[];
}

/**
 * Expands a series in instants. Clock times are compared as instants since a feed may write a rule, its
 * exceptions and its end in different zones. Fails if the series has too many occurrences.
 */
export function occurrencesOf(event: FeedEvent, window: Window, zones: FeedZones): Occurrences {
  const lengthMs = Math.max(event.lengthMs ?? 0, DAY_MS);
  const reach = { from: window.from - lengthMs, to: window.to };
  const found = new Map<string, WallTime>();
  const add = (wall: ICAL.Time, zone = event.start.zone) => {
    const ms = zone.toMillis(wall);
    if (ms < reach.from || ms > reach.to) return;
    found.set(momentAt({ wall, zone }, zones).stamp, { wall, zone });
    if (found.size > MAX_OCCURRENCES) throw new Error(`RRULE: more than ${MAX_OCCURRENCES} times`);
  };
  add(event.start.wall);
  for (const rule of event.rules) for (const wall of ruleTimes(rule, event.start, reach)) add(wall);
  for (const { wall, zone } of event.extraDates) add(wall, zone);
  const stamps = new Set(event.exceptedDates.map((date) => momentAt(date, zones).stamp));
  const isExcepted = ({ wall }: WallTime, stamp: string) =>
    stamps.has(stamp) || stamps.has(compactDate(wall));
  const all = [...found].map(([stamp, at]) => ({
    at: momentAt(at, zones),
    off: isExcepted(at, stamp),
  }));
  return {
    standing: all.flatMap(({ at, off }) => (off ? [] : [at])),
    excepted: all.flatMap(({ at, off }) => (off ? [at] : [])),
  };
}

/** The times by one rule, until a little after the end of the window. */
function* ruleTimes(rule: ICAL.Recur, { wall: first, zone }: WallTime, { from, to }: Window) {
  const until = rule.until ? untilMs(rule.until, { wall: first, zone }) : Number.POSITIVE_INFINITY;
  const endless = rule.clone();
  // The iterator compares clock times whatever their zones are.
  endless.until = null;
  const floating = first.clone();
  floating.zone = ICAL.Timezone.localTimezone;
  const times = endless.iterator(floating);
  for (let steps = 0; ; steps += 1) {
    if (steps > MAX_STEPS) throw new Error(`RRULE: more than ${MAX_STEPS} steps`);
    const wall = times.next();
    if (!wall) return;
    const roughly = asUtc(wall);
    if (roughly > to + DAY_MS) return;
    if (roughly < from - DAY_MS) continue;
    if (zone.toMillis(wall) > until) return;
    if (isByRule(rule, wall)) yield wall.clone();
  }
}

/** A date means the whole day. Without a Z, the time is on the series' own clock. */
function untilMs(until: ICAL.Time, { wall, zone }: WallTime): number {
  if (isUtc(until) && !wall.isDate) return asUtc(until);
  const end = until.clone();
  if (end.isDate || wall.isDate) {
    end.isDate = false;
    Object.assign(end, { hour: 23, minute: 59, second: 59 });
  }
  return zone.toMillis(end);
}

/** The iterator makes March 1 of February 30. */
function isByRule(rule: ICAL.Recur, { month, day }: ICAL.Time): boolean {
  const [months, days] = [numbers(rule, 'BYMONTH'), numbers(rule, 'BYMONTHDAY')];
  const fits = months.length === 0 || months.includes(month);
  return fits && (days.length === 0 || days.some((one) => one < 0 || one === day));
}

function numbers(rule: ICAL.Recur, part: string): number[] {
  return rule.getComponent(part).map(Number);
}
