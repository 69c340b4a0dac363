import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenDates, writtenWeekdays } from '../../src/text/written-dates.ts';

/** Each date with its readings, the year left out where it is not written. */
function shown(text: string): string[] {
  return writtenDates(text).map(({ readings, moment }) =>
    [
      ...readings.map(({ year, month, day }) => `${year ?? ''}-${month}-${day}`),
      ...(moment ? [moment.toFormat("HH:mm'Z'")] : []),
    ].join(' or '),
  );
}

describe('dates as people write them', () => {
  it.each([
    ['2026-12-09', ['2026-12-9']],
    ['20261209', ['2026-12-9']],
    ['2026/12/9', ['2026-12-9']],
    ['2026 12 09', ['2026-12-9']],
    ['Dec 9, 2026', ['2026-12-9']],
    ['December 9th 2026', ['2026-12-9']],
    ['9th of December, 2026', ['2026-12-9']],
    ['2026-Dec-09', ['2026-12-9']],
    ['09Dec2026', ['2026-12-9']],
    ['2026年12月9日', ['2026-12-9']],
    ['Dec. 9', ['-12-9']],
    ['9 December', ['-12-9']],
    ['12/9', ['-12-9 or -9-12']],
    ['12/25', ['-12-25']],
    ['05/06/2026', ['2026-5-6 or 2026-6-5']],
    ['25.12.2026', ['2026-12-25']],
    ['10/14/26', ['2026-10-14']],
    ['9 Dec 26', ['2026-12-9 or -12-26']],
    ['GMT20261209-170125_Recording', ['2026-12-9 or 17:01Z']],
    ['2026-12-09 17:00 UTC', ['2026-12-9 or 17:00Z']],
    ['2026-12-09 17:00', ['2026-12-9']],
    ['2026-11-25 (was 2026-11-26)', ['2026-11-25', '2026-11-26']],
  ])('%s', (text, dates) => expect(shown(text)).toEqual(dates));

  it.each([
    'v1.30.10',
    '1.33 planning',
    'KEP-4192',
    'PR 111225',
    '#111225',
    '1920x1080',
    'December 2026',
    '2026-13-09',
    '2026-02-30',
    'May the fourth',
    'marching 9',
    '10:30 AM',
    '',
  ])('%s holds none', (text) => expect(shown(text)).toEqual([]));

  it('have weekdays', () => {
    expect(writtenWeekdays('Wed, Dec 9')).toEqual([3]);
    expect(writtenWeekdays('Thursday or Friday')).toEqual([4, 5]);
    expect(writtenWeekdays('Monterey, sunny, wedding')).toEqual([]);
  });

  it('stand where they are said to, and exist', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 500 }), (text) => {
        for (const { index, length, readings } of writtenDates(text)) {
          expect(text.slice(index, index + length)).toMatch(/\d/);
          expect(readings.every(({ month, day }) => month <= 12 && day <= 31)).toBe(true);
        }
      }),
    );
  });
});
