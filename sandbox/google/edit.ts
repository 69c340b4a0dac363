import { instantOf, type Moment, readEvent, type StoredEvent } from './event.ts';
import { utcStamp } from './recurrence.ts';

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
  const allDay = occurrence.originalStartTime?.date !== undefined;
  const stamp = allDay ? from.toFormat('yyyyMMdd') : from.toUTC().toFormat("yyyyMMdd'T'HHmmss");
  const until = allDay
    ? from.minus({ days: 1 }).toFormat('yyyyMMdd')
    : utcStamp(from.minus({ seconds: 1 }));
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
    id: `${rootOf(series.id)}_R${stamp}`,
    recurrence: series.recurrence.map((line) => withoutEnd(line)),
  };
  const ended = { ...series, recurrence: series.recurrence.map((line) => endingAt(line, until)) };
  return [...kept, ended, next];
}

function later(moment: Moment | undefined, minutes: number, zone: string): Moment | undefined {
  const at = instantOf(moment, zone)?.plus({ minutes });
  if (!moment || !at) return moment;
  if (moment.date !== undefined) return { ...moment, date: at.toFormat('yyyy-MM-dd') };
  return { ...moment, dateTime: at.toISO({ suppressMilliseconds: true }) ?? '' };
}

/** A continuation is named after the series that was split first. */
function rootOf(id: string | undefined): string {
  return (id ?? '').replace(/_R\d{8}(T\d{6})?$/u, '');
}

function withoutEnd(line: string): string {
  return line.replace(/;(UNTIL|COUNT)=[^;]*/gu, '');
}

function endingAt(line: string, until: string): string {
  return line.startsWith('RRULE:') ? `${withoutEnd(line)};UNTIL=${until}` : line;
}
