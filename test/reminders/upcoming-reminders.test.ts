import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { channelAudience, peopleAudience } from '../../src/reminders/audience.ts';
import { reconciler } from '../../src/reminders/reconcile.ts';
import { upcomingReminders } from '../../src/reminders/upcoming-reminders.ts';
import { at, meeting, memorySubscriptions } from '../support/build.ts';
import { engineTools, memoryStore } from '../support/engine.ts';

const one = meeting('2026-12-02T09:00');
const dayBefore = at('2026-12-01T09:00');
const channel = channelAudience('C1', [1440, 10]);

/** What comes next after a run at `dayBefore` with `before`, when the calendar then has `after`. */
async function upcomingAfter(before: Meeting[], after: Meeting[]) {
  const { ledgers } = await memoryStore();
  const ledger = ledgers.channel;
  const clock = manualClock(dayBefore);
  const post = async () => ({ kind: 'posted', channel: 'C1', ts: '1.000001' }) as const;
  const poster = {
    post,
    edit: async () => ({ kind: 'edited' }) as const,
    find: async () => ({ kind: 'not there' }) as const,
  };
  const engine = reconciler(channel, engineTools({ ledger, poster, clock }));
  const snapshot = (meetings: Meeting[]) => ({
    meetings,
    unreadable: new Set<string>(),
    readAt: dayBefore,
    source: 'api' as const,
  });
  await engine.reconcile(snapshot(before));
  const upcoming = await upcomingReminders(channel, snapshot(after), ledger, dayBefore);
  return upcoming.map(({ at: when, leadMinutes }) => [when.toFormat('d HH:mm'), leadMinutes]);
}

describe('upcomingReminders', () => {
  it('lists what is due, then what will be due, and nothing that was sent', async () => {
    expect(await upcomingAfter([], [one])).toEqual([
      ['1 09:00', 1440],
      ['2 08:50', 10],
    ]);
    expect(await upcomingAfter([one], [one])).toEqual([['2 08:50', 10]]);
  });

  it('leaves out a reminder that was sent under the event before a “this and following” edit', async () => {
    const before = { ...one, id: 's_20261202', seriesId: 's' };
    const after = { ...one, id: 'r_20261202', seriesId: 's_R20261202T170000' };
    expect(await upcomingAfter([before], [after])).toEqual([['2 08:50', 10]]);
  });

  it('includes the times that people asked for', async () => {
    const people = memorySubscriptions({ userId: 'U1', about: undefined, leadTimes: [60, 15] });
    const audience = peopleAudience(people, (about) => [about]);
    const { ledgers } = await memoryStore();
    const snapshot = {
      meetings: [one],
      unreadable: new Set<string>(),
      readAt: dayBefore,
      source: 'api' as const,
    };
    const now = at('2026-12-02T07:00');
    const upcoming = await upcomingReminders(audience, snapshot, ledgers.person, now);
    expect(upcoming.map(({ at: when }) => when.toFormat('HH:mm'))).toEqual(['08:00', '08:45']);
  });
});
