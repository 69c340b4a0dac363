import type { DateTime } from 'luxon';
import { instantOf, type Moment, readEvent, type StoredEvent } from './event.ts';

/** The resource for one occurrence of a series, or for the single event, with changes. */
export function changed(
  resources: readonly unknown[],
  occurrence: StoredEvent,
  changes: Readonly<Record<string, unknown>>,
): unknown[] {
  const others = resources.filter((resource) => readEvent(resource).id !== occurrence.id);
  return [...others, { ...occurrence, ...changes }];
}

/** Start and end, `minutes` later. */
export function shifted(event: StoredEvent, minutes: number, zone: string) {
  return { start: later(event.start, minutes, zone), end: later(event.end, minutes, zone) };
}

/**
 * Moves an occurrence and all that follow, as Google does: the series ends before it, and another
 * one starts.
 */
export function movedWithFollowing(
  resources: readonly unknown[],
  occurrence: StoredEvent,
  minutes: number,
  zone: string,
): unknown[] {
  const from = instantOf(occurrence.originalStartTime, zone);
  const series = resources
    .map(readEvent)
    .find(({ id, recurrence }) => id === occurrence.recurringEventId && recurrence !== undefined);
  if (!series?.recurrence || !from) throw new Error('The event does not belong to a series.');
  const before = from.minus({ seconds: 1 });
  const { recurringEventId, originalStartTime, ...facts } = occurrence;
  const kept = resources.filter((resource) => {
    const event = readEvent(resource);
    const at = instantOf(event.originalStartTime, zone);
    const follows = event.recurringEventId === series.id && at !== undefined && at >= from;
    return event.id !== series.id && !follows;
  });
  const next = {
    ...facts,
    ...shifted(occurrence, minutes, zone),
    id: `${series.id}_R${from.toUTC().toFormat("yyyyMMdd'T'HHmmss")}`,
    recurrence: series.recurrence.map((rule) => withoutEnd(rule)),
  };
  const ended = { ...series, recurrence: series.recurrence.map((rule) => endingAt(rule, before)) };
  return [...kept, ended, next];
}

function later(moment: Moment | undefined, minutes: number, zone: string): Moment | undefined {
  const at = instantOf(moment, zone)?.plus({ minutes });
  if (!moment || !at) return moment;
  if (moment.date !== undefined) return { ...moment, date: at.toFormat('yyyy-MM-dd') };
  return { ...moment, dateTime: at.toISO({ suppressMilliseconds: true }) ?? '' };
}

function withoutEnd(rule: string): string {
  return rule.replace(/;(UNTIL|COUNT)=[^;]*/gu, '');
}

function endingAt(rule: string, at: DateTime): string {
  return `${withoutEnd(rule)};UNTIL=${at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`;
}
