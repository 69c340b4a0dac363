import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { DELIVERY } from '../../src/reminders/destination.ts';
import { aboutsDue, planReminders, reminderKey } from '../../src/reminders/plan.ts';
import type { Subscription } from '../../src/reminders/subscription.ts';
import { allDay, at, meeting } from '../support/build.ts';

const LEAD_TIMES = [1440, 10];
const channel = { kind: 'channel', channelId: 'C1' } as const;
const everyMeeting: Subscription = {
  destination: channel,
  about: undefined,
  leadTimes: LEAD_TIMES,
};
const one = meeting('2026-12-02T09:00');
const autoscaling = meeting('2026-12-02T09:00', { id: 'a', title: 'Autoscaling workstream sync' });
const { paceMs } = DELIVERY.person;

function personal(userId: string, leadTimes: number[], about?: string): Subscription {
  return { destination: { kind: 'person', userId }, about, leadTimes };
}

function due(
  subscriptions: Subscription[],
  now: string,
  meetings: Meeting[] = [one],
  pace: number = paceMs,
) {
  return planReminders(subscriptions, (about) => [about], meetings, pace, at(now));
}

describe('a channel', () => {
  it.each([
    ['2026-12-01T08:59:59', []],
    ['2026-12-01T09:00', [1440]],
    ['2026-12-02T08:49:59', [1440]],
    ['2026-12-02T08:50', [10]],
    ['2026-12-02T08:59:59', [10]],
    ['2026-12-02T09:00', []],
  ])('at %s has %j', (now, leadTimes) => {
    expect(due([everyMeeting], now).map(({ leadMinutes }) => leadMinutes)).toEqual(leadTimes);
  });

  it('is not reminded of cancelled meetings and all-day entries', () => {
    const cancelled = { ...one, status: 'cancelled' as const };
    const others = [cancelled, allDay('2026-12-02', '2026-12-03')];
    expect(due([everyMeeting], '2026-12-01T23:00', others)).toEqual([]);
  });

  it('gets new keys for a moved meeting', () => {
    const moved = { ...one, start: one.start.plus({ hours: 1 }), end: one.end.plus({ hours: 1 }) };
    expect(reminderKey(channel, moved, 10)).not.toBe(reminderKey(channel, one, 10));
  });

  it('never gets two reminders for one meeting at once, nor one outside its window', () => {
    const leadTimes = fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(leadTimes, fc.integer({ min: -30_000, max: 300 }), (unsorted, offset) => {
        const sorted = unsorted.sort((a, b) => b - a);
        const now = one.start.plus({ minutes: offset }).toISO();
        const plan = due([{ ...everyMeeting, leadTimes: sorted }], now);
        const longest = sorted[0] ?? 0;
        expect(plan).toHaveLength(offset < 0 && -offset <= longest ? 1 : 0);
      }),
    );
  });
});

describe('a person', () => {
  it('gets one message, from the lead time until the start', () => {
    const wants = [personal('U1', [15])];
    expect(due(wants, '2026-12-02T08:44')).toEqual([]);
    expect(due(wants, '2026-12-02T08:45')).toMatchObject([
      {
        destination: { kind: 'person', userId: 'U1' },
        leadMinutes: 15,
        key: `dm/U1/reminder/${one.id}/20261202T1700Z/15m`,
      },
    ]);
    expect(due(wants, '2026-12-02T08:59')).toHaveLength(1);
    expect(due(wants, '2026-12-02T09:00')).toEqual([]);
  });

  it('gets only the newest after downtime', () => {
    const [newest, ...others] = due([personal('U1', [1440, 60, 15])], '2026-12-02T08:50');
    expect(newest?.leadMinutes).toBe(15);
    expect(others).toEqual([]);
  });

  it('is reminded of what they named, and only once if they wanted a lead time twice', () => {
    const wants = [personal('U1', [15]), personal('U1', [15, 60], 'auto scaling')];
    const found = due(wants, '2026-12-02T08:00', [one, autoscaling]);
    expect(found.map(({ meeting: { id }, leadMinutes }) => [id, leadMinutes])).toEqual([['a', 60]]);
    expect(due(wants, '2026-12-02T08:50', [one, autoscaling])).toHaveLength(2);
  });

  it('starts as much earlier as many people take, and is late for nobody', () => {
    const people = Array.from({ length: 2000 }, (_, n) => personal(`U${n}`, [15]));
    const early = 2000 * paceMs;
    const lead = at('2026-12-02T08:45');
    const countAt = (ms: number) => due(people, lead.minus({ milliseconds: ms }).toISO()).length;
    expect(countAt(early + 1)).toBe(0);
    expect(countAt(early / 2)).toBe(1000);
    expect(countAt(0)).toBe(2000);
    // Anyone who was missed stays due until the start, even those who would have been first.
    expect(due(people, '2026-12-02T08:59')).toHaveLength(2000);
  });
});

describe('aboutsDue', () => {
  const subscription = fc.record({
    destination: fc.constantFrom('U1', 'U2', 'U3').map((userId) => ({
      kind: 'person' as const,
      userId,
    })),
    about: fc.constantFrom(undefined, 'autoscaling', 'nothing'),
    leadTimes: fc.uniqueArray(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 4 }),
  });

  const themselves = (about: string) => [about];

  it('leaves out nothing of which something is due', () => {
    fc.assert(
      fc.property(
        fc.array(subscription, { maxLength: 8 }),
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: -5_000, max: 100 }),
        (subscriptions, pace, offset) => {
          const now = one.start.plus({ minutes: offset });
          const meetings = [one, autoscaling];
          const planned = due(subscriptions, now.toISO(), meetings, pace);
          const demand = subscriptions.map((wanted) => ({ ...wanted, count: 1 }));
          const abouts = aboutsDue(demand, themselves, meetings, pace, now);
          const asked = subscriptions.filter(({ about }) => abouts.includes(about));
          expect(due(asked, now.toISO(), meetings, pace)).toEqual(planned);
        },
      ),
    );
  });

  it('looks no further ahead than the longest lead time and its queue', () => {
    const demand = [{ about: undefined, leadTimes: [1440, 10], count: 101 }];
    const before = (ms: number) => one.start.minus({ minutes: 1440, milliseconds: ms });
    expect(aboutsDue(demand, themselves, [one], 1_000, before(100_001))).toEqual([]);
    expect(aboutsDue(demand, themselves, [one], 1_000, before(100_000))).toEqual([undefined]);
    expect(aboutsDue([], themselves, [one], 1_000, before(0))).toEqual([]);
  });
});
