import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { nextByRule } from '../../src/calendar/published-rule.ts';
import type { When } from '../../src/group/schema.ts';
import { at, regular } from '../support/build.ts';

const { when: biweekly } = regular();
const anchored = { ...biweekly, anchor: '2026-01-07' };

const monthly = (changes: Partial<Extract<When, { kind: 'monthly' }>>): When => ({
  kind: 'monthly',
  nth: [3],
  weekday: 'tuesday',
  time: '16:00',
  zone: 'America/Los_Angeles',
  ...changes,
});

/** The first dates of a rule, the week being known. */
function dates(when: When, now: string, minutes?: number): (string | null)[] {
  const next = nextByRule(when, at(now), minutes);
  if (next.week !== 'known') throw new Error(`the week is ${next.week}`);
  return next.starts.map((start) => start.toISODate());
}

describe('every other week', () => {
  it('picks no week without an anchor', () => {
    expect(nextByRule(biweekly, at('2026-11-23T10:00'))).toMatchObject({
      week: 'unknown',
      starts: [at('2026-11-25T09:00'), at('2026-12-02T09:00')],
    });
  });

  it('knows the week from an anchor, before it and after it', () => {
    expect(dates(anchored, '2026-01-07T10:00', 60)[0]).toBe('2026-01-21');
    expect(dates(anchored, '2025-12-20T00:00')[0]).toBe('2025-12-24');
  });

  it('includes a meeting until its end', () => {
    expect(dates(anchored, '2026-01-07T09:59', 60)[0]).toBe('2026-01-07');
    expect(dates(anchored, '2026-01-07T10:00', 60)[0]).toBe('2026-01-21');
  });

  it('includes for an hour a meeting of which no length is published', () => {
    expect(dates(anchored, '2026-01-07T09:59')[0]).toBe('2026-01-07');
    expect(dates(anchored, '2026-01-07T10:00')[0]).toBe('2026-01-21');
  });

  it('includes a meeting that began before midnight', () => {
    const late = { ...anchored, time: '23:30' };
    expect(dates(late, '2026-01-08T00:15', 60)).toEqual(['2026-01-07', '2026-01-21']);
  });

  it('stays at nine o’clock and every other week through two years of clock changes and week 53', () => {
    let now = at('2026-01-01T00:00');
    const seen: string[] = [];
    while (now < at('2028-01-01T00:00')) {
      const next = nextByRule(anchored, now, 60);
      const start = ('starts' in next && next.starts[0]) || DateTime.invalid('none');
      expect(start.toFormat('cccc HH:mm')).toBe('Wednesday 09:00');
      seen.push(start.toISODate() ?? '');
      now = at(start.plus({ hours: 2 }).toISO() ?? '');
    }
    const gaps = seen.slice(1).map((date, before) => {
      const from = DateTime.fromISO(seen[before] ?? '', { zone: 'utc' });
      return DateTime.fromISO(date, { zone: 'utc' }).diff(from, 'days').days;
    });
    expect(new Set(gaps)).toEqual(new Set([14]));
    expect(seen).toContain('2027-01-06');
    expect(seen).not.toContain('2026-12-30');
  });
});

describe('every week, and every four weeks', () => {
  it('needs no anchor when it is each week', () => {
    const weekly = { ...biweekly, everyWeeks: 1 };
    expect(dates(weekly, '2026-12-02T12:00')).toEqual(['2026-12-09', '2026-12-16']);
  });

  it('offers four dates without an anchor, and counts four weeks from one', () => {
    const every4 = { ...biweekly, everyWeeks: 4 };
    const next = nextByRule(every4, at('2026-12-01T00:00'));
    expect(next).toMatchObject({ week: 'unknown', starts: { length: 4 } });
    expect(dates({ ...every4, anchor: '2026-01-07' }, '2026-12-01T00:00')).toEqual([
      '2026-12-09',
      '2027-01-06',
    ]);
  });
});

describe('a weekday of the month', () => {
  it.each<[string, Partial<Extract<When, { kind: 'monthly' }>>, string, string[]]>([
    ['the third Tuesday', {}, '2026-12-01T00:00', ['2026-12-15', '2027-01-19']],
    ['it in the next month, once over', {}, '2026-12-15T17:30', ['2027-01-19', '2027-02-16']],
    [
      'the first of a month that begins on it',
      { nth: [1] },
      '2026-12-01T00:00',
      ['2026-12-01', '2027-01-05'],
    ],
    ['the first and the third', { nth: [1, 3] }, '2026-12-02T00:00', ['2026-12-15', '2027-01-05']],
    [
      'the last, be it the fourth or the fifth',
      { nth: 'last' },
      '2026-12-01T00:00',
      ['2026-12-29', '2027-01-26'],
    ],
    [
      'the fifth, in months that have one',
      { nth: [5] },
      '2026-12-30T00:00',
      ['2027-03-30', '2027-06-29'],
    ],
    [
      'the Wednesday after the fourth Tuesday',
      { nth: [4], daysAfter: 1 },
      '2026-06-01T00:00',
      ['2026-06-24', '2026-07-29'],
    ],
    [
      'what falls into the next month',
      { nth: 'last', daysAfter: 7 },
      '2026-12-01T00:00',
      ['2026-12-01', '2027-01-05'],
    ],
  ])('is %s', (_, changes, now, expected) => {
    expect(dates(monthly(changes), now)).toEqual(expected);
  });

  it('is read on the calendar of its zone', () => {
    const { starts } = Object(
      nextByRule(monthly({ zone: 'Asia/Kolkata', time: '00:30' }), at('2026-12-14T23:00')),
    );
    expect(starts[0].toUTC().toISO()).toBe('2027-01-18T19:00:00.000Z');
  });

  it('keeps its hour when the clocks change', () => {
    const night = monthly({ nth: [2], weekday: 'sunday', time: '02:30' });
    expect(nextByRule(night, at('2027-03-01T00:00'))).toMatchObject({
      starts: [at('2027-03-14T03:30'), at('2027-04-11T02:30')],
    });
  });
});

it('says in its own words what nobody can compute', () => {
  const when = { kind: 'text', text: 'after each release' } as const;
  expect(nextByRule(when, at('2026-12-01T00:00'))).toEqual({
    week: 'not computable',
    text: 'after each release',
  });
});
