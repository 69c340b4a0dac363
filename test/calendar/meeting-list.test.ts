import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { firstOf, nextMeetings, withoutDrafts } from '../../src/calendar/meeting-list.ts';
import { allDay, at, meeting, PACIFIC } from '../support/build.ts';

const now = at('2026-12-01T09:00');
const weeks = ['02', '09', '16', '23'].map((day) => meeting(`2026-12-${day}T09:00`, { id: day }));
const cancelled = meeting('2026-12-03T09:00', { id: 'cancelled', status: 'cancelled' });
const ids = (meetings: readonly Meeting[]) => meetings.map(({ id }) => id);

function list(meetings: readonly Meeting[], count: number) {
  const { shown, more } = nextMeetings(meetings, count, now, PACIFIC);
  return { shown: ids(shown), more };
}

describe('nextMeetings', () => {
  it('counts meetings that take place, and also shows cancelled and all-day ones before the last', () => {
    const day = allDay('2026-12-04', '2026-12-05');
    expect(list([day, cancelled, ...weeks], 2)).toEqual({
      shown: ['02', 'cancelled', day.id, '09'],
      more: 2,
    });
  });

  it('leaves out what comes after the last', () => {
    expect(list([cancelled, ...weeks], 1)).toEqual({ shown: ['02'], more: 3 });
  });

  it('shows what there is if nothing takes place', () => {
    expect(list([cancelled], 2)).toEqual({ shown: ['cancelled'], more: 0 });
    expect(list([], 2)).toEqual({ shown: [], more: 0 });
  });

  it('has as many that take place as requested, if the calendar has them', () => {
    const any = fc.record({
      day: fc.integer({ min: 2, max: 28 }),
      status: fc.constantFrom('confirmed', 'tentative', 'cancelled'),
    });
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (some, count) => {
          const meetings = some.map(({ day, status }, n) =>
            meeting(`2026-12-${String(day).padStart(2, '0')}T09:00`, { id: `${n}`, status }),
          );
          const standing = meetings.filter(({ status }) => status !== 'cancelled').length;
          const { shown, more } = nextMeetings(meetings, count, now, PACIFIC);
          const counted = shown.filter(({ status }) => status !== 'cancelled').length;
          expect(counted).toBe(Math.min(count, standing));
          expect(counted + more).toBe(standing);
          expect(shown.length).toBeLessThanOrEqual(2 * count);
        },
      ),
    );
  });
});

describe('firstOf', () => {
  it('never leaves the regular meeting out', () => {
    const talks = Array.from({ length: 7 }, (_, n) =>
      meeting('2026-12-02T09:00', { id: `talk${n}`, regular: false }),
    );
    const regular = meeting('2026-12-02T09:30', { id: 'regular' });
    const { shown, more } = firstOf([...talks, regular], 5);
    expect(ids(shown)).toEqual(['talk0', 'talk1', 'talk2', 'talk3', 'regular']);
    expect(more).toBe(3);
  });
});

describe('withoutDrafts', () => {
  const draft = meeting('2026-12-02T09:00', { id: 'draft', status: 'cancelled', deleted: true });

  it('leaves out single events that were deleted, unless they were announced', () => {
    expect(ids(withoutDrafts([draft, cancelled, ...weeks], new Set()))).toEqual([
      'cancelled',
      ...ids(weeks),
    ]);
    expect(ids(withoutDrafts([draft], new Set(['draft'])))).toEqual(['draft']);
  });
});
