import { describe, expect, it } from 'vitest';
import { dateWords, daysNamed } from '../../src/dates/spoken-dates.ts';
import { at, PACIFIC } from '../support/build.ts';

// A Tuesday.
const now = at('2026-12-01T10:00');

describe('the days that words name', () => {
  it.each([
    ['are we on for Feb 17', '2027-02-17', '2027-02-17'],
    ['do we meet on December 24th', '2026-12-24', '2026-12-24'],
    ['anything on 2026-12-30?', '2026-12-30', '2026-12-30'],
    ['meeting this Wednesday y/n', '2026-12-02', '2026-12-02'],
    ['does the group meet tomorrow', '2026-12-02', '2026-12-02'],
    ['is it 9 or 10 in Berlin next week', '2026-12-07', '2026-12-13'],
    ['what about the week of dec 14', '2026-12-14', '2026-12-20'],
    ['is there something in January', '2027-01-01', '2027-01-31'],
    ['the one on the 16th', '2026-12-16', '2026-12-16'],
    ['on the 31st?', '2026-12-31', '2026-12-31'],
    ['over Christmas', '2026-12-24', '2026-12-26'],
    ['between the holidays', '2026-12-24', '2027-01-01'],
    ["New Year's Eve", '2026-12-31', '2026-12-31'],
    ['do you skip Thanksgiving', '2027-11-22', '2027-11-28'],
    ['on Good Friday', '2027-03-26', '2027-03-29'],
    ['Easter week', '2027-03-26', '2027-03-29'],
  ])('%j', (text, from, to) => {
    expect(daysNamed(dateWords(text) ?? '', now, PACIFIC)).toEqual({ from, to });
  });

  it('are seen from the zone', () => {
    const late = at('2026-12-01T22:00');
    expect(daysNamed('tomorrow', late, 'Asia/Tokyo')).toEqual({
      from: '2026-12-03',
      to: '2026-12-03',
    });
  });

  it('count a holiday that is going on', () => {
    const boxingDay = at('2026-12-26T10:00');
    expect(daysNamed('christmas', boxingDay, PACIFIC)?.from).toBe('2026-12-24');
  });
});

it.each(['where is the agenda', 'when is the next one', '', 'the 99th', 'x'.repeat(20_000)])(
  '%j names none',
  (text) => {
    const words = dateWords(text);
    expect(words && daysNamed(words, now, PACIFIC)).toBeUndefined();
  },
);
