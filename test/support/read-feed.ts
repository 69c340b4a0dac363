import ICAL from 'ical.js';
import { DateTime } from 'luxon';

/** What a feed says about one occurrence. Days are ISO dates, moments are in UTC. */
export interface FeedOccurrence {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
}

/** The occurrences that a feed describes and that start before `to`, read with ical.js. */
export function readFeed(feed: string, to: DateTime): FeedOccurrence[] {
  const events = new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents('vevent');
  const changes = events.filter((event) => event.hasProperty('recurrence-id'));
  // ICAL.Event relates changes to a series without looking at the UID, so that is done here.
  const changed = new Set(
    changes.map((event) => `${uidOf(event)} ${keyOf(event, 'recurrence-id')}`),
  );
  return events.flatMap((event) => {
    if (event.hasProperty('recurrence-id')) return [occurrence(event, timeOf(event, 'dtstart'))];
    return starts(event, to)
      .filter((start) => !changed.has(`${uidOf(event)} ${secondsOf(start)}`))
      .map((start) => occurrence(event, start));
  });
}

/**
 * Rules are expanded one by one: for several, ICAL.RecurExpansion leaves out an EXDATE only once,
 * although two rules may name its moment, and misses occurrences when one ends before another.
 */
function starts(event: ICAL.Component, to: DateTime): ICAL.Time[] {
  const first = timeOf(event, 'dtstart');
  const byRules = event
    .getAllProperties('rrule')
    .map((property) => property.getFirstValue())
    .flatMap((rule) => (rule instanceof ICAL.Recur ? byRule(rule, first, to) : []));
  // The start of a series is an occurrence, whether or not a rule names it.
  const all = [first, ...byRules, ...timesOf(event, 'rdate')];
  const excluded = timesOf(event, 'exdate').map((time) => secondsOf(time));
  const found = new Map(all.map((time) => [secondsOf(time), time]));
  return [...found].filter(([seconds]) => !excluded.includes(seconds)).map(([, time]) => time);
}

function byRule(rule: ICAL.Recur, first: ICAL.Time, to: DateTime): ICAL.Time[] {
  const found: ICAL.Time[] = [];
  const count = rule.count ?? Number.POSITIVE_INFINITY;
  const endless = rule.clone();
  endless.count = null;
  const iterator = endless.iterator(first);
  for (let next = iterator.next(); next && found.length < count; next = iterator.next()) {
    if (secondsOf(next) >= to.toSeconds()) break;
    // RFC 5545 neither has nor counts an occurrence at a time that the clocks skip.
    if (next.isDate || momentOf(next).toFormat('HHmm') === hourOf(next)) found.push(next.clone());
  }
  return found;
}

function timesOf(event: ICAL.Component, name: string): ICAL.Time[] {
  const values = event.getAllProperties(name).flatMap((property) => property.getValues());
  return values.filter((value) => value instanceof ICAL.Time);
}

function occurrence(event: ICAL.Component, start: ICAL.Time): FeedOccurrence {
  const length = keyOf(event, 'dtend') - keyOf(event, 'dtstart');
  const end = secondsOf(start) + length;
  const text = (seconds: number) => {
    const at = DateTime.fromSeconds(seconds, { zone: 'utc' });
    return start.isDate ? at.toFormat('yyyy-MM-dd') : at.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
  };
  const summary = String(event.getFirstPropertyValue('summary'));
  return { uid: uidOf(event), start: text(secondsOf(start)), end: text(end), summary };
}

function secondsOf(time: ICAL.Time): number {
  return time.isDate ? time.toUnixTime() : momentOf(time).toSeconds();
}

/**
 * Read as RFC 5545 has it: of two moments at which the clocks show a time, the first, and for a time
 * that they skip, as if they had not been changed. ical.js does neither.
 */
function momentOf({ year, month, day, hour, minute, second, zone }: ICAL.Time): DateTime {
  const local = { year, month, day, hour, minute, second };
  const at = DateTime.fromObject(local, { zone: zone.tzid });
  return at.getPossibleOffsets().reduce((first, other) => (other < first ? other : first));
}

function hourOf({ hour, minute }: ICAL.Time): string {
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join('');
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid'));
}

function keyOf(event: ICAL.Component, name: string): number {
  return secondsOf(timeOf(event, name));
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time {
  const value = event.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) throw new Error(`no ${name}`);
  return value;
}
