import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { changed, movedWithFollowing } from '../../sandbox/google/edit.ts';
import { instantOf, readEvent } from '../../sandbox/google/event.ts';
import { expand } from '../../sandbox/google/expand.ts';
import { PACIFIC } from '../support/build.ts';
import { event } from '../support/world.ts';

const WINDOW = { from: DateTime.fromISO('2026-11-01'), to: DateTime.fromISO('2027-02-01') };
const starts = (resources: readonly unknown[]) =>
  expand(resources, WINDOW, PACIFIC)
    .map((resource) => readEvent(resource).start)
    .map((start) => start?.date ?? instantOf(start, PACIFIC)?.toFormat('MM-dd HH:mm'));
const recurring = (...recurrence: string[]) => event('s', '2026-12-02T09:00', { recurrence });
const allDay = (...recurrence: string[]) => ({
  id: 'd',
  start: { date: '2026-12-02' },
  end: { date: '2026-12-03' },
  recurrence,
});

const UNTIL_16TH = ['12-02 09:00', '12-09 09:00', '12-16 09:00'];

describe('an UNTIL beside a start with a zone', () => {
  it.each([
    ['in UTC', '20261216T170000Z', UNTIL_16TH],
    ['in UTC, a second too early', '20261216T165959Z', UNTIL_16TH.slice(0, 2)],
    ['in local time', '20261216T090000', UNTIL_16TH],
    ['in local time, a second too early', '20261216T085959', UNTIL_16TH.slice(0, 2)],
    ['that is a date includes the day', '20261216', UNTIL_16TH],
  ])('%s', (_, until, expected) => {
    expect(starts([recurring(`RRULE:FREQ=WEEKLY;UNTIL=${until}`)])).toEqual(expected);
  });

  it.each(['20261209', '20261209T000000', '20261209T000000Z'])('of an all-day one: %s', (until) => {
    const series = allDay(`RRULE:FREQ=WEEKLY;UNTIL=${until}`);
    expect(starts([series])).toEqual(['2026-12-02', '2026-12-09']);
  });
});

describe('several lines', () => {
  it('of RRULE are a union', () => {
    const series = recurring('RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=DAILY;INTERVAL=7;COUNT=3');
    expect(starts([series])).toEqual(UNTIL_16TH);
    const apart = recurring('RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2', 'RRULE:FREQ=MONTHLY;COUNT=2');
    expect(starts([apart])).toEqual(['12-02 09:00', '12-09 09:00', '01-02 09:00']);
  });

  it('of RDATE and EXDATE add and remove', () => {
    const series = recurring(
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RDATE;TZID=America/New_York:20261203T130000,20261204T130000',
      'RDATE;VALUE=PERIOD:20261205T180000Z/PT1H',
      'EXDATE:20261209T170000Z',
      'EXDATE;TZID=America/Los_Angeles:20261204T100000',
    );
    expect(starts([series])).toEqual(['12-02 09:00', '12-03 10:00', '12-05 10:00', '12-16 09:00']);
  });

  it('may do without a rule', () => {
    const dates = recurring('RDATE;TZID=America/Los_Angeles:20261207T090000');
    expect(starts([dates])).toEqual(['12-02 09:00', '12-07 09:00']);
    expect(starts([allDay('RDATE;VALUE=DATE:20261207', 'EXDATE;VALUE=DATE:20261202')])).toEqual([
      '2026-12-07',
    ]);
  });

  it.each([
    ['America/Los_Angeles:20261101T013000', '2026-11-01T08:30'],
    ['Australia/Lord_Howe:20270404T014500', '2027-04-03T14:45'],
    ['Europe/London:20261025T013000', '2026-10-25T00:30'],
  ])('of RDATE that name a time which the clock shows twice mean the first: %s', (date, utc) => {
    const window = { from: DateTime.utc(2026, 10), to: DateTime.utc(2027, 5) };
    const moments = expand([recurring(`RDATE;TZID=${date}`)], window, PACIFIC)
      .map((resource) => instantOf(readEvent(resource).start, PACIFIC))
      .map((at) => at?.toUTC().toFormat("yyyy-MM-dd'T'HH:mm"));
    expect(moments).toContain(utc);
  });

  it('of EXRULE remove', () => {
    const series = recurring('RRULE:FREQ=DAILY;COUNT=4', 'EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2');
    expect(starts([series])).toEqual(['12-03 09:00', '12-05 09:00']);
  });

  it('that are empty make no series', () => {
    expect(starts([recurring()])).toEqual(['12-02 09:00']);
  });
});

describe('an occurrence', () => {
  it('of days is as long on the day of a clock change as on any other', () => {
    const series = {
      ...allDay('RRULE:FREQ=WEEKLY;COUNT=2'),
      start: { date: '2026-11-01' },
      end: { date: '2026-11-02' },
    };
    const ends = expand([series], WINDOW, PACIFIC).map((item) => readEvent(item).end?.date);
    expect(ends).toEqual(['2026-11-02', '2026-11-09']);
  });

  it('at a time that the clocks show twice happens once', () => {
    const second = { dateTime: '2026-11-01T01:30:00-08:00', timeZone: PACIFIC };
    const series = {
      id: 's',
      start: second,
      end: second,
      recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
    };
    expect(starts([series])).toEqual(['11-01 01:30', '11-02 01:30']);
  });
});

describe('“this and following”', () => {
  const occurrence = (resources: readonly unknown[], index: number) => {
    const found = expand(resources, WINDOW, PACIFIC).map(readEvent)[index];
    if (!found) throw new Error('no such occurrence');
    return found;
  };
  const split = (resources: readonly unknown[], index: number, minutes: number) =>
    movedWithFollowing(resources, occurrence(resources, index), minutes, PACIFIC);

  it('splits a series of days where a day begins', () => {
    const series = [allDay('RRULE:FREQ=WEEKLY;UNTIL=20261223')];
    const resources = split(series, 2, 24 * 60);
    expect(starts(resources).slice(0, 4)).toEqual([
      '2026-12-02',
      '2026-12-09',
      '2026-12-17',
      '2026-12-24',
    ]);
    expect(resources.map((resource) => readEvent(resource).id)).toEqual(['d', 'd_R20261216']);
  });

  it('names the second split after the first series, and leaves dates that are not rules alone', () => {
    const exdate = 'EXDATE;TZID=America/Los_Angeles:20261209T090000';
    const series = recurring('RRULE:FREQ=WEEKLY;UNTIL=20270131', exdate);
    const once = split([series], 1, 60);
    const twice = split(once, 3, 60);
    expect(starts(twice).slice(0, 4)).toEqual([
      '12-02 09:00',
      '12-16 10:00',
      '12-23 10:00',
      '12-30 11:00',
    ]);
    expect(twice.map((resource) => readEvent(resource).id)).toEqual([
      's',
      's_R20261216T170000',
      's_R20261230T180000',
    ]);
    expect(readEvent(once[0]).recurrence).toContain(exdate);
  });

  it('keeps changes of single occurrences', () => {
    const series = [recurring('RRULE:FREQ=WEEKLY;COUNT=3')];
    const renamed = changed(series, occurrence(series, 0), { summary: 'New' });
    expect(starts(split(renamed, 1, 60)).length).toBeGreaterThan(2);
  });
});
