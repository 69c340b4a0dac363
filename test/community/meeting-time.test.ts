import { describe, expect, it } from 'vitest';
import { clockTime } from '../../src/community/clock-time.ts';
import { readMeetingTime } from '../../src/community/meeting-time.ts';
import { zoneName } from '../../src/community/zone-name.ts';

const PT = 'PT (Pacific Time)';

/** What a page's four texts are read as; a day or a zone need only be given where it matters. */
function read(frequency: string, day = 'Tuesday', tz = PT, time = '9:00') {
  const { when, doubts } = readMeetingTime({ day, time, tz, frequency });
  return { when, doubts: doubts.map(({ field, what, done }) => `${field}: ${what} → ${done}`) };
}

const at9 = { time: '09:00', zone: 'America/Los_Angeles' };

describe('a time of day', () => {
  it.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['9:00 AM', '09:00'],
    ['2PM', '14:00'],
    ['12 p.m.', '12:00'],
    ['12:30am', '00:30'],
    ['16.30', '16:30'],
    ['noon', '12:00'],
  ])('%s is %s', (written, time) => {
    expect(clockTime(written)).toBe(time);
  });

  it.each(['9', '25:00', '9:60', '13PM', '0am', '9:00-10:00', 'TBD', ''])(
    '%j is none',
    (written) => {
      expect(clockTime(written)).toBeUndefined();
    },
  );
});

describe('a zone', () => {
  it.each([
    ['PT (Pacific Time)', 'America/Los_Angeles'],
    ['PT', 'America/Los_Angeles'],
    ['Eastern Time (ET)', 'America/New_York'],
    ['CT (Central Time)', 'America/Chicago'],
    ['UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['UTC+8', 'Etc/GMT-8'],
    ['GMT-03:00', 'Etc/GMT+3'],
    ['Poland', 'Europe/Warsaw'],
    ['europe/warsaw', 'Europe/Warsaw'],
    ['JST', 'Asia/Tokyo'],
  ])('%s is %s', (written, zone) => {
    expect(zoneName(written)).toEqual({ zone });
  });

  it.each([
    ['EST (Eastern Time)', 'America/New_York', 'EST is UTC-5 all year, to the letter'],
    ['CET (Central European Time)', 'Europe/Berlin', 'CET is UTC+1 all year, to the letter'],
    ['PDT', 'America/Los_Angeles', 'PDT is UTC-7 all year, to the letter'],
    ['IST', 'Asia/Kolkata', 'IST can be the time of India, Israel or Ireland'],
  ])('%s is %s, with a doubt', (written, zone, doubt) => {
    expect(zoneName(written)).toEqual({ zone, doubt });
  });

  it.each(['CST', 'BST', 'PT / ET', 'local time', ''])('%j is none', (written) => {
    expect(zoneName(written)).toBeUndefined();
  });
});

describe('a rule', () => {
  it.each([
    ['weekly', { every_weeks: 1, weekday: 'tuesday' }],
    ['Every week', { every_weeks: 1, weekday: 'tuesday' }],
    ['weekly starting Tuesday December 7th, 2021', { every_weeks: 1, weekday: 'tuesday' }],
    [
      'biweekly starting Tuesday Feb 11, 2025',
      { every_weeks: 2, weekday: 'tuesday', anchor: '2025-02-11' },
    ],
    [
      'every two weeks, from 2025-02-11',
      { every_weeks: 2, weekday: 'tuesday', anchor: '2025-02-11' },
    ],
    [
      'every other Tuesday since 11 February 2025',
      { every_weeks: 2, weekday: 'tuesday', anchor: '2025-02-11' },
    ],
    [
      'every 3 weeks starting Feb 11th 2025',
      { every_weeks: 3, weekday: 'tuesday', anchor: '2025-02-11' },
    ],
    ['every third Tuesday of the month', { nth: 3, weekday: 'tuesday' }],
    ['1st and 3rd Tuesday of each month', { nth: [1, 3], weekday: 'tuesday' }],
    ['last Tuesday of the month', { nth: 'last', weekday: 'tuesday' }],
    ['monthly, Tuesday after the second Monday', { nth: 2, weekday: 'monday', days_after: 1 }],
    [
      'monthly, Tuesday after the second Wednesday',
      { nth: 2, weekday: 'wednesday', days_after: 6 },
    ],
  ])('"%s" is computed', (frequency, rule) => {
    expect(read(frequency)).toEqual({ when: { ...rule, ...at9 }, doubts: [] });
  });

  it.each([
    'biweekly except in December',
    'weekly (biweekly in summer)',
    'every third Tuesday',
    'every second Tuesday',
    'twice a month',
    'quarterly',
    'first and last Tuesday of the month',
    'biweekly, first Tuesday of the month',
    'on hold',
    'weekly on demand',
    '每周',
  ])('"%s" is kept in words', (frequency) => {
    const { when, doubts } = read(frequency);
    expect(when).toEqual({ text: `Tuesday at 9:00, ${frequency}`, zone: 'America/Los_Angeles' });
    expect(doubts).toHaveLength(1);
  });

  it('is kept in words as a whole if one part of it can’t be read', () => {
    expect(read('weekly', 'Tuesday', 'CST')).toEqual({
      when: { text: 'Tuesday at 9:00 CST, weekly' },
      doubts: ['tz: "CST" can\'t be read → kept in words'],
    });
    expect(read('weekly', 'Tue/Thu').when).toHaveProperty('text');
    expect(read('weekly', 'Tuesday', PT, 'after lunch').when).toHaveProperty('text');
    expect(read('', 'Tuesday').when).toEqual({ text: 'Tuesday at 9:00', zone: at9.zone });
  });

  it('is on the one day that day and frequency name, or on none', () => {
    expect(read('monthly', 'third Tuesday').when).toEqual({ nth: 3, weekday: 'tuesday', ...at9 });
    expect(read('monthly - third Wednesday').when).toHaveProperty('text');
    expect(read('weekly', 'Thursdays (starting February 15th 2024)').when).toEqual({
      every_weeks: 1,
      weekday: 'thursday',
      ...at9,
    });
  });

  it('does not count from a date on another weekday, or one that no calendar has', () => {
    for (const date of ['Feb 12, 2025', 'February 30, 2025']) {
      expect(read(`biweekly starting ${date}`)).toEqual({
        when: { every_weeks: 2, weekday: 'tuesday', ...at9 },
        doubts: [`frequency: "starting ${date}" is not a Tuesday → date left out`],
      });
    }
  });

  it('takes its week from the first date only if that is not a fifth one', () => {
    expect(read('monthly, starting September 29, 2026').when).toHaveProperty('text');
    expect(read('monthly, starting September 22, 2026').when).toMatchObject({ nth: 4 });
  });

  it('is unknown if nothing is published', () => {
    expect(readMeetingTime({})).toEqual({ when: undefined, doubts: [] });
  });
});
