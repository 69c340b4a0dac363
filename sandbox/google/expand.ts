import { DateTime } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { instantOf, type Moment, millisOf, readEvent, type StoredEvent, zoneOf } from './event.ts';
import { firstOfTwo, readRecurrence, utcStamp } from './recurrence.ts';

export interface Window {
  readonly from: DateTime;
  readonly to: DateTime;
}

/**
 * Single events and the occurrences of series within the window, as with `singleEvents=true`:
 * exceptions (moved, renamed, cancelled) replace the occurrence that they name.
 */
export function expand(resources: readonly unknown[], window: Window, zone: string): unknown[] {
  const events = resources.map((resource) => ({ resource, event: readEvent(resource) }));
  const exceptions = new Set(
    events.flatMap(({ event }) =>
      occurrenceName(event.recurringEventId, event.originalStartTime, zone),
    ),
  );
  return events.flatMap(({ resource, event }) => {
    if (!event.recurrence?.length) return [resource];
    return occurrences(event, window, zone).filter(
      ({ originalStartTime }) =>
        !occurrenceName(event.id, originalStartTime, zone).some((name) => exceptions.has(name)),
    );
  });
}

function occurrences(series: StoredEvent, window: Window, zone: string) {
  const { recurrence = [], status, ...facts } = series;
  const { start, end } = facts;
  const first = instantOf(start, zone);
  const last = instantOf(end, zone);
  if (!start || !first || !last || status === 'cancelled') return [];
  const allDay = start.date !== undefined;
  // The day on which the clocks change is a day like any other.
  const length = last.diff(first, allDay ? 'days' : 'milliseconds');
  const local = firstOfTwo(
    first.setZone(allDay ? 'utc' : zoneOf(start, zone), { keepLocalTime: allDay }),
  );
  return starts(local, recurrence, allDay, window).map((at) => ({
    ...facts,
    status: status ?? 'confirmed',
    id: `${series.id}_${instanceSuffix(at, allDay)}`,
    recurringEventId: series.id,
    originalStartTime: toMoment(at, allDay),
    start: toMoment(at, allDay),
    end: toMoment(at.plus(length), allDay),
  }));
}

function starts(first: DateTime, lines: string[], allDay: boolean, { from, to }: Window) {
  // An extra day on each side: an occurrence that started before the window may reach into it.
  const window = { from: from.minus({ days: 1 }), to: to.plus({ days: 1 }) };
  const { rules, exceptRules, dates, exceptDates } = readRecurrence(lines, first, allDay);
  const byRules = (given: readonly string[], includeDtstart: boolean) =>
    given.flatMap((rule) => byRule(rule, first, allDay, window, includeDtstart));
  const apart = [first, ...dates].filter((at) => at >= window.from && at <= window.to);
  const excluded = new Set(
    [...exceptDates, ...byRules(exceptRules, false)].map((at) => at.toMillis()),
  );
  // Several rules, and dates beside them, are a union: a moment that two of them name counts once.
  const moments = new Set([...apart, ...byRules(rules, true)].map((at) => at.toMillis()));
  return [...moments.difference(excluded)]
    .toSorted((a, b) => a - b)
    .map((at) => DateTime.fromMillis(at, { zone: first.zone }));
}

function byRule(
  rule: string,
  first: DateTime,
  allDay: boolean,
  { from, to }: Window,
  includeDtstart: boolean,
) {
  const dtstart = allDay
    ? `DTSTART;VALUE=DATE:${first.toFormat('yyyyMMdd')}`
    : `DTSTART;TZID=${first.zoneName}:${first.toFormat("yyyyMMdd'T'HHmmss")}`;
  return new RRuleTemporal({
    rruleString: `${dtstart}\nRRULE:${rule}`,
    temporal: Temporal,
    includeDtstart,
  })
    .between(from.toJSDate(), to.toJSDate(), true)
    .map((at) => DateTime.fromMillis(at.epochMilliseconds, { zone: first.zone }));
}

function instanceSuffix(at: DateTime, allDay: boolean): string {
  return allDay ? at.toFormat('yyyyMMdd') : utcStamp(at);
}

function toMoment(at: DateTime, allDay: boolean): Moment {
  if (allDay) return { date: at.toFormat('yyyy-MM-dd') };
  return {
    dateTime: at.toISO({ suppressMilliseconds: true }) ?? '',
    timeZone: at.zoneName ?? 'UTC',
  };
}

function occurrenceName(seriesId: string | undefined, start: Moment | undefined, zone: string) {
  const at = millisOf(start, zone);
  return seriesId && at !== undefined ? [`${seriesId} ${at}`] : [];
}
