import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changed, movedWithFollowing, shifted } from '../../sandbox/google/edit.ts';
import {
  asServed,
  instantOf,
  readEvent,
  type StoredEvent,
  zoneOf,
} from '../../sandbox/google/event.ts';
import { expand } from '../../sandbox/google/expand.ts';
import { writeFeed } from '../../sandbox/google/feed/calendar.ts';
import { listEvents, listParameters } from '../../sandbox/google/list.ts';
import { type FeedOccurrence, readFeed } from '../support/read-feed.ts';

// Clocks that change in spring and in autumn, by an hour and by half of one, and one that doesn't.
const ZONES = [
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
] as const;
const FROM = DateTime.utc(2026, 1, 1);
const TO = DateTime.utc(2027, 7, 1);
const WINDOW = { from: FROM, to: TO };

const zone = fc.constantFrom(...ZONES);
const firstDay = fc.integer({ min: 0, max: 330 }).map((days) => FROM.plus({ days, months: 1 }));
const nights = fc.constantFrom(0, 30, 90, 120, 150, 180);
const minuteOfDay = fc.oneof(
  nights,
  fc.integer({ min: 0, max: 95 }).map((n) => n * 15),
);

const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 20 }).map((count) => `;COUNT=${count}`),
  fc
    .tuple(fc.integer({ min: 30, max: 200 }), fc.constantFrom('', 'T093000', 'T093000Z'))
    .map(([days, time]) => `;UNTIL=${FROM.plus({ years: 1, days }).toFormat('yyyyMMdd')}${time}`),
);

/** A rule whose first occurrence is the start of the series. */
const ruleFrom = (first: DateTime) => {
  const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][first.weekday - 1];
  const nth = Math.ceil(first.day / 7);
  const each = fc.constantFrom(
    'FREQ=DAILY;INTERVAL=9',
    `FREQ=WEEKLY;BYDAY=${weekday}`,
    `FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=${weekday}`,
    first.day <= 28 ? `FREQ=MONTHLY;BYMONTHDAY=${first.day}` : 'FREQ=DAILY;INTERVAL=30',
    nth <= 4 ? `FREQ=MONTHLY;BYDAY=${nth}${weekday}` : `FREQ=MONTHLY;BYDAY=-1${weekday}`,
  );
  return fc.tuple(each, end).map(([rule, until]) => `RRULE:${rule}${until}`);
};

const series = (id: string) =>
  fc
    .tuple(firstDay, minuteOfDay, zone, fc.boolean(), fc.integer({ min: 1, max: 40 }))
    .chain(([day, minute, own, allDay, quarters]) => {
      const start = day.setZone(own, { keepLocalTime: true }).plus({ minutes: minute });
      const more = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 });
      const rules = fc.array(ruleFrom(start), { maxLength: 2 });
      return fc.tuple(rules, more, more).map(([lines, added, removed]) => {
        const list = (name: string, days: readonly number[], hours: number) =>
          days.map((n) => dateLine(name, start.plus({ days: n * 3, hours }), allDay));
        const recurrence = [...lines, ...list('RDATE', added, 1), ...list('EXDATE', removed, 0)];
        const times = allDay
          ? { start: { date: day.toISODate() }, end: { date: day.plus({ days: 1 }).toISODate() } }
          : { start: moment(start), end: moment(start.plus({ minutes: 15 * quarters })) };
        return { id, summary: id, ...times, recurrence };
      });
    })
    .filter((resource) => isPlain(readEvent(resource), 'UTC'));

function dateLine(name: string, at: DateTime, allDay: boolean): string {
  if (allDay) return `${name};VALUE=DATE:${at.toFormat('yyyyMMdd')}`;
  return `${name};TZID=${at.zoneName}:${at.toFormat("yyyyMMdd'T'HHmmss")}`;
}

function moment(at: DateTime) {
  return { dateTime: at.toISO({ suppressMilliseconds: true }), timeZone: at.zoneName };
}

const edit = fc.record({
  kind: fc.constantFrom('cancel', 'move', 'rename', 'to another zone', 'split', 'delete'),
  index: fc.nat({ max: 60 }),
  minutes: fc.integer({ min: -3000, max: 3000 }),
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(resources: readonly unknown[], { kind, index, minutes }: Edit, own: string) {
  const occurrences = expand(resources, WINDOW, own).map(readEvent);
  const shown = occurrences.filter(({ status }) => status !== 'cancelled');
  const chosen = shown[index % Math.max(1, shown.length)];
  if (!chosen) return resources;
  switch (kind) {
    case 'cancel':
      return cancelled(resources, chosen);
    case 'move': {
      const times = shifted(chosen, minutes, own);
      return isPlain(times, own) ? changed(resources, chosen, times) : resources;
    }
    case 'rename':
      return changed(resources, chosen, { summary: `renamed ${index}` });
    case 'to another zone': {
      const times = inBerlin(chosen, own);
      return isPlain(times, own) ? changed(resources, chosen, times) : resources;
    }
    case 'split':
      return canSplit(resources, chosen, own) && isPlain(shifted(chosen, minutes, own), own)
        ? movedWithFollowing(resources, chosen, minutes, own)
        : resources;
    case 'delete':
      return resources.filter((resource) => readEvent(resource).id !== chosen.id);
  }
}

/**
 * Whether no clock shows the times twice: a time with a zone, which is what Google writes, does not
 * tell which is meant.
 */
function isPlain({ start, end: until }: Pick<StoredEvent, 'start' | 'end'>, own: string): boolean {
  return [start, until].every((value) => {
    const at = instantOf(value, own)?.setZone(zoneOf(value, own));
    return at?.getPossibleOffsets().length === 1;
  });
}

/** Google keeps no more of a cancelled occurrence than its name. */
function cancelled(resources: readonly unknown[], occurrence: StoredEvent): unknown[] {
  const { id, recurringEventId, originalStartTime } = occurrence;
  const others = resources.filter((resource) => readEvent(resource).id !== id);
  return [...others, { id, recurringEventId, originalStartTime, status: 'cancelled' }];
}

function inBerlin(event: StoredEvent, own: string) {
  const inZone = (at: DateTime | undefined) =>
    readEvent({ start: at && moment(at.setZone('Europe/Berlin')) }).start;
  return { start: inZone(instantOf(event.start, own)), end: inZone(instantOf(event.end, own)) };
}

/** A series is split after its first occurrence: there it would be changed as a whole. */
function canSplit(resources: readonly unknown[], occurrence: StoredEvent, own: string): boolean {
  const parent = resources
    .map(readEvent)
    .find(({ id, recurrence }) => id === occurrence.recurringEventId && recurrence);
  const first = instantOf(parent?.start, own);
  const original = instantOf(occurrence.originalStartTime, own);
  return first !== undefined && original !== undefined && original > first;
}

const served = z.object({
  iCalUID: z.string(),
  summary: z.string(),
  start: z.object({ date: z.string().optional(), dateTime: z.string().optional() }),
  end: z.object({ date: z.string().optional(), dateTime: z.string().optional() }),
});

function listed(resources: readonly unknown[], own: string): FeedOccurrence[] {
  const query = { singleEvents: 'true', timeMin: FROM.toISO(), timeMax: TO.toISO() };
  const all = { ...listParameters.parse(query), maxResults: 100_000 };
  const result = listEvents(resources, all, own);
  if (!result.ok) throw new Error(result.problem);
  return result.items.map((item) => {
    const { iCalUID, summary, ...times } = served.parse(asServed(item));
    const text = ({ date, dateTime = '' }: z.infer<typeof served>['start']) =>
      date ?? DateTime.fromISO(dateTime).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
    return { uid: iCalUID, start: text(times.start), end: text(times.end), summary };
  });
}

/** In order, and without those at the ends of the window, where the list looks at ends too. */
function comparable(occurrences: readonly FeedOccurrence[]): string[] {
  const within = ({ start }: FeedOccurrence) =>
    start > FROM.plus({ days: 7 }).toFormat('yyyy-MM-dd') &&
    start < TO.minus({ days: 7 }).toFormat('yyyy-MM-dd');
  return occurrences
    .filter(within)
    .map(({ uid, start, end: until, summary }) => [start, until, uid, summary].join(' '))
    .toSorted();
}

describe('the feed describes what events.list lists', () => {
  it('whatever recurs, is changed, moved, cancelled or split, in any zone', () => {
    const calendar = fc.record({
      resources: fc.tuple(series('a'), series('b')),
      edits: fc.array(edit, { maxLength: 8 }),
      own: zone,
    });
    let most = 0;
    fc.assert(
      fc.property(calendar, ({ resources: initial, edits, own }) => {
        const resources = edits.reduce<readonly unknown[]>(
          (before, one) => edited(before, one, own),
          initial,
        );
        const facts = { zone: own, name: 'x', now: FROM, changedAt: FROM };
        const feed = writeFeed(resources, facts);
        const expected = comparable(listed(resources, own));
        most = Math.max(most, expected.length);
        expect(comparable(readFeed(feed, TO))).toEqual(expected);
      }),
      { numRuns: process.env.SOAK ? 1000 : 40 },
    );
    expect(most).toBeGreaterThan(20);
  });
});
