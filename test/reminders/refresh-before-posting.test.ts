import type { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import type { CalendarSnapshot } from '../../src/calendar/snapshot.ts';
import { dueReminders } from '../../src/reminders/due-reminders.ts';
import type { Ledger } from '../../src/reminders/ports.ts';
import { refreshBeforePosting } from '../../src/reminders/refresh-before-posting.ts';
import { openStore } from '../../src/store/open.ts';
import { at, meeting, readCalendar } from '../support/build.ts';

const one = meeting('2026-12-02T09:00', { id: 'old' });
const due = at('2026-12-02T08:50');
const readAt = due.minus({ minutes: 3 });

/** How often the calendar was read again at `now`, from a copy with this meeting. */
async function readings(ledger: Ledger, shown: TimedMeeting, now: DateTime<true>): Promise<number> {
  let count = 0;
  const calendar = {
    state: () => readCalendar([shown], readAt),
    async refresh() {
      count += 1;
    },
  };
  const isDue = async (copy: CalendarSnapshot) =>
    (await dueReminders(copy, [1440, 10], ledger, now)).length > 0;
  await refreshBeforePosting(calendar, isDue, now);
  return count;
}

it('reads before a reminder, and at no other time', async () => {
  const { ledger } = await openStore({ kind: 'sqlite', path: ':memory:' });
  expect(await readings(ledger, one, at('2026-11-30T09:00'))).toBe(0);
  expect(await readings(ledger, one, due)).toBe(1);
  expect(await readings(ledger, one, readAt.plus({ seconds: 44 })), 'the copy is fresh').toBe(0);
});

it('does not read every minute for a meeting whose reminder is out under an event that it continues', async () => {
  const { ledger } = await openStore({ kind: 'sqlite', path: ':memory:' });
  const label = {
    key: 'reminder/old/20261202T1700Z/10m',
    kind: 'reminder',
    meetingId: 'old',
  } as const;
  const details = detailsOf(one);
  await ledger.claim({ ...label, leadMinutes: 10, channel: 'C1', details, asOf: readAt }, due);
  await ledger.recordPosted(label.key, { channel: 'C1', ts: '1.000001' }, due);
  expect(await readings(ledger, { ...one, id: 'new' }, due)).toBe(0);
});
