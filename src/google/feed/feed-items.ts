import ICAL from 'ical.js';
import type { Malformed } from '../meetings.ts';
import { cancelledItem, type EventItem, eventItem } from './event-item.ts';
import { type FeedEvent, parseEvent } from './feed-event.ts';
import { type FeedMoment, momentAt, timeAt, wallTime } from './feed-moment.ts';
import type { FeedParts } from './feed-parts.ts';
import { eventIdOf } from './ids.ts';
import { occurrencesOf, type Window } from './occurrences.ts';
import { type FeedZones, feedZones } from './zones.ts';

/** A feed in the words of Google's API. */
export interface FeedItems {
  /** Event resources in the window, by start; occurrences that `EXDATE` removes are cancelled. */
  readonly items: readonly EventItem[];
  readonly malformed: readonly Malformed[];
  /** IDs of all single events and series in the feed, also of those outside the window. */
  readonly eventIds: ReadonlySet<string>;
}

/** Converts a feed. `zone` is the calendar's, known to IANA. */
export function feedItems(parts: FeedParts, window: Window, zone: string): FeedItems {
  const zones = feedZones(zone, parts.zones);
  const malformed: Malformed[] = [];
  const attempt = <T>(id: () => string, work: () => T): T[] => {
    try {
      return [work()];
    } catch (error) {
      malformed.push({ id: id(), reason: error instanceof Error ? error.message : String(error) });
      return [];
    }
  };
  const events = parts.events.flatMap((text) =>
    attempt(
      () => idIn(text, zones),
      () => parseEvent(text, zones),
    ),
  );
  const families = [...Map.groupBy(events, ({ uid }) => uid).values()];
  const dated = families.flatMap((family) =>
    attempt(
      () => family[0]?.eventId ?? '',
      () => familyItems(family, window, zones),
    ).flat(),
  );
  const unread = new Set(malformed.map(({ id }) => id));
  return {
    items: dated
      .toSorted((a, b) => a.ms - b.ms)
      .map(({ item }) => item)
      // Where an exception can't be parsed, the time that its series says is the one that does not hold.
      .filter(({ id }) => !unread.has(id)),
    malformed,
    eventIds: unread.union(new Set(events.map(({ eventId }) => eventId))),
  };
}

interface DatedItem {
  readonly ms: number;
  readonly item: EventItem;
}

/** All items of the events with one UID: a single event, or a series and its exceptions. */
function familyItems(family: readonly FeedEvent[], window: Window, zones: FeedZones): DatedItem[] {
  const latest = family.toSorted((a, b) => a.sequence - b.sequence);
  const main = latest.findLast(({ replaces }) => replaces === undefined);
  const exceptions = new Map(
    latest.flatMap((event) => (event.replaces ? [[event.replaces.stamp, event] as const] : [])),
  );
  // An exception counts even if its series has no occurrence there, or is not in the feed at all.
  const replaced = [...exceptions.values()].map((event) =>
    dated(event, event.startMoment, event.replaces),
  );
  const rest = main ? mainItems(main, exceptions, window, zones) : [];
  return [...replaced, ...rest].filter(
    ({ ms, lengthMs }) => ms < window.to && ms + lengthMs > window.from,
  );
}

function mainItems(
  main: FeedEvent,
  exceptions: ReadonlyMap<string, FeedEvent>,
  window: Window,
  zones: FeedZones,
) {
  const isSingle = main.rules.length === 0 && main.extraDates.length === 0;
  if (isSingle) return [dated(main, main.startMoment, undefined)];
  const { standing, excepted } = occurrencesOf(main, window, zones);
  const onward = [...exceptions.values()]
    .filter((event) => event.andFuture)
    .toSorted((a, b) => (a.replaces?.ms ?? 0) - (b.replaces?.ms ?? 0));
  const kept = standing
    .filter(({ stamp }) => !exceptions.has(stamp))
    .map((original) => {
      const change = onward.findLast(({ replaces }) => replaces && replaces.ms <= original.ms);
      return change
        ? dated(change, shifted(original, change), original)
        : dated(main, original, original);
    });
  const cancelled = excepted
    .filter(({ stamp }) => !exceptions.has(stamp))
    .map((original) => ({
      ms: original.ms,
      lengthMs: main.lengthMs ?? 1,
      item: cancelledItem(main, original),
    }));
  return [...kept, ...cancelled];
}

/** Where a change of this and all following occurrences puts a later one. */
function shifted(original: FeedMoment, { startMoment, replaces }: FeedEvent): FeedMoment {
  if (replaces === undefined || startMoment.value.date !== undefined) return original;
  return timeAt(original.ms + startMoment.ms - replaces.ms, startMoment.value.timeZone);
}

function dated(event: FeedEvent, start: FeedMoment, original: FeedMoment | undefined) {
  const item = eventItem(event, { start, original });
  return { ms: start.ms, lengthMs: Math.max(event.lengthMs ?? 0, 1), item };
}

/** The ID of an event that can't be parsed; of an exception, that of its occurrence. */
function idIn(text: string, zones: FeedZones): string {
  const uid = /^UID(?:;[^:]*)?:(.*)$/imu.exec(text)?.[1]?.trim();
  if (!uid) return '(no UID)';
  const id = eventIdOf(uid).slice(0, 200);
  const replaces = /^RECURRENCE-ID.*$/imu.exec(text)?.[0];
  const original = replaces && replacedMoment(replaces, zones);
  return original ? `${id}_${original.stamp}` : id;
}

/** The occurrence that a line such as `RECURRENCE-ID:20261118T170000Z` names, if it can be parsed. */
function replacedMoment(line: string, zones: FeedZones): FeedMoment | undefined {
  try {
    const component = new ICAL.Component(
      ICAL.parse(`BEGIN:VEVENT\r\n${line.trim()}\r\nEND:VEVENT`),
    );
    const time = wallTime(component, 'recurrence-id', zones);
    return time && momentAt(time, zones);
  } catch {
    return undefined;
  }
}
