import { describe, expect, it } from 'vitest';
import { comingPersonal, PACE_MS, planPersonal, type Want } from '../../src/reminders/personal.ts';
import { at, meeting } from '../support/build.ts';

const one = meeting('2026-12-02T09:00');
const autoscaling = meeting('2026-12-02T09:00', { id: 'a', title: 'Autoscaling workstream sync' });
const want = (userId: string, leads: number[], names: string[] = []): Want => ({
  userId,
  leads,
  names,
});
const none = new Set<string>();

function due(wants: Want[], now: string, meetings = [one], settled: ReadonlySet<string> = none) {
  return planPersonal(wants, meetings, settled, at(now));
}

describe('planPersonal', () => {
  it('sends one message, from the lead until the start', () => {
    const wants = [want('U1', [15])];
    expect(due(wants, '2026-12-02T08:44')).toEqual([]);
    expect(due(wants, '2026-12-02T08:45')).toMatchObject([
      { userId: 'U1', leadMinutes: 15, key: `dm/U1/reminder/${one.id}/20261202T1700Z/15m` },
    ]);
    expect(due(wants, '2026-12-02T08:59')).toHaveLength(1);
    expect(due(wants, '2026-12-02T09:00')).toEqual([]);
  });

  it('sends the newest alone after a pause, and none that is settled', () => {
    const wants = [want('U1', [1440, 60, 15])];
    const [newest] = due(wants, '2026-12-02T08:50');
    expect(newest?.leadMinutes).toBe(15);
    expect(due(wants, '2026-12-02T08:50', [one], new Set([newest?.key ?? '']))).toEqual([]);
  });

  it('keeps to the names that were given, and counts a lead twice wanted once', () => {
    const wants = [want('U1', [15]), want('U1', [15, 60], ['auto scaling', 'autoscaling'])];
    const found = due(wants, '2026-12-02T08:00', [one, autoscaling]);
    expect(found.map(({ meeting: { id }, leadMinutes }) => [id, leadMinutes])).toEqual([['a', 60]]);
    expect(due(wants, '2026-12-02T08:50', [one, autoscaling])).toHaveLength(2);
  });

  it('says nothing of a cancelled meeting', () => {
    const cancelled = meeting('2026-12-02T09:00', { status: 'cancelled' });
    expect(due([want('U1', [15])], '2026-12-02T08:50', [cancelled])).toEqual([]);
  });

  it('begins as much earlier as many people take, and late for nobody', () => {
    const people = Array.from({ length: 2000 }, (_, n) => want(`U${n}`, [15]));
    const early = 2000 * PACE_MS;
    const lead = at('2026-12-02T08:45');
    const countAt = (ms: number) =>
      planPersonal(people, [one], none, lead.minus({ milliseconds: ms })).length;
    expect(countAt(early + 1)).toBe(0);
    expect(countAt(early / 2)).toBe(1000);
    expect(countAt(0)).toBe(2000);
    // Who was missed stays due until the start, also who would have been first.
    expect(due(people, '2026-12-02T08:59')).toHaveLength(2000);
  });
});

it('comingPersonal names the moments that were asked for', () => {
  const wants = [want('U1', [60, 15])];
  const coming = comingPersonal(wants, [one], none, at('2026-12-02T07:00'));
  expect(coming.map(({ at: when }) => when.toMillis())).toEqual([
    at('2026-12-02T08:00').toMillis(),
    at('2026-12-02T08:45').toMillis(),
  ]);
});
