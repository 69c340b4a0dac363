import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDue, planReminders, reminderKey } from '../../src/reminders/plan.ts';
import { allDay, at, meeting } from '../support/build.ts';

const LEADS = [1440, 10];
const one = meeting('2026-12-02T09:00');
const none = new Set<string>();

function leadsAt(now: string, meetings = [one], settled: ReadonlySet<string> = none) {
  return planReminders(meetings, LEADS, settled, at(now)).map(({ leadMinutes }) => leadMinutes);
}

describe('planReminders', () => {
  it.each([
    ['2026-12-01T08:59:59', []],
    ['2026-12-01T09:00', [1440]],
    ['2026-12-02T08:49:59', [1440]],
    ['2026-12-02T08:50', [10]],
    ['2026-12-02T08:59:59', [10]],
    ['2026-12-02T09:00', []],
  ])('at %s has %j', (now, leads) => {
    expect(leadsAt(now)).toEqual(leads);
  });

  it('does not come back to an older one when the newest is settled', () => {
    expect(leadsAt('2026-12-02T08:55', [one], new Set([reminderKey(one, 10)]))).toEqual([]);
  });

  it('leaves out cancelled meetings and all-day entries', () => {
    const cancelled = { ...one, status: 'cancelled' as const };
    const plan = planReminders(
      [cancelled, allDay('2026-12-02', '2026-12-03')],
      LEADS,
      none,
      at('2026-12-01T23:00'),
    );
    expect(plan).toEqual([]);
  });

  it('gives a moved meeting fresh keys', () => {
    const moved = { ...one, start: one.start.plus({ hours: 1 }), end: one.end.plus({ hours: 1 }) };
    expect(reminderKey(moved, 10)).not.toBe(reminderKey(one, 10));
  });

  it('never plans two reminders for one meeting at one time, nor one outside its span', () => {
    const leads = fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(leads, fc.integer({ min: -30_000, max: 300 }), (unsorted, offset) => {
        const sorted = unsorted.sort((a, b) => b - a);
        const now = one.start.plus({ minutes: offset });
        const plan = planReminders([one], sorted, none, now);
        const longest = sorted[0] ?? 0;
        expect(plan).toHaveLength(offset < 0 && -offset <= longest ? 1 : 0);
      }),
    );
  });
});

describe('nextDue', () => {
  it('is the next lead of any meeting', () => {
    expect(nextDue([one], LEADS, at('2026-11-01T00:00'))?.toMillis()).toBe(
      at('2026-12-01T09:00').toMillis(),
    );
    expect(nextDue([one], LEADS, at('2026-12-02T08:50'))).toBeUndefined();
  });
});
