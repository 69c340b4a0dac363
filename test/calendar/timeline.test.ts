import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../src/calendar/timeline.ts';
import { allDay, at, meeting } from '../support/build.ts';

const noon = at('2026-12-02T12:00');
const some = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 0, max: 30 }) }),
  { maxLength: 12 },
);

describe('a timeline', () => {
  it('has the same meetings as a look at all of them', () => {
    const moment = fc.integer({ min: -5, max: 90 });
    fc.assert(
      fc.property(some, moment, moment, (times, one, other) => {
        const meetings = times.map(({ after, length }, n) => {
          const start = noon.plus({ minutes: after });
          const end = start.plus({ minutes: length });
          return { ...meeting('2026-12-02T12:00', { id: `m${n}` }), start, end };
        });
        const from = noon.plus({ minutes: one }).toMillis();
        const to = noon.plus({ minutes: other }).toMillis();
        const timeline = timelineOf(meetings);
        const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();
        const among = (test: (start: number, end: number) => boolean) =>
          idsOf(meetings.filter(({ start, end }) => test(start.toMillis(), end.toMillis())));
        expect(idsOf(timeline.starting(from, to))).toEqual(
          among((start) => start >= from && start < to),
        );
        expect(idsOf(timeline.on(from, to))).toEqual(
          among((start, end) => start < to && end > from),
        );
      }),
    );
  });

  it('finds meetings by their IDs and series', () => {
    const first = meeting('2026-12-09T09:00', { id: 'a', seriesId: 's' });
    const second = meeting('2026-12-02T09:00', { id: 'b', seriesId: 's' });
    const day = allDay('2026-12-03', '2026-12-04');
    const timeline = timelineOf([first, second, day]);
    expect(timeline.ofSeries('s')).toEqual([second, first]);
    expect(timeline.ofSeries('another')).toEqual([]);
    expect(timeline.byId(day.id)).toBe(day);
    expect(timeline.byId('none')).toBeUndefined();
  });
});
