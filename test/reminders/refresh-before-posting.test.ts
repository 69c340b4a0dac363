import type { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import type { CalendarSnapshot } from '../../src/calendar/snapshot.ts';
import { channelAudience } from '../../src/reminders/audience.ts';
import type { Ledger } from '../../src/reminders/ports.ts';
import { refreshBeforePosting } from '../../src/reminders/refresh-before-posting.ts';
import { isAnyDue } from '../../src/reminders/survey.ts';
import { at, meeting, readCalendar } from '../support/build.ts';
import { memoryStore } from '../support/engine.ts';

const one = meeting('2026-12-02T09:00', { id: 'old' });
const due = at('2026-12-02T08:50');
const readAt = due.minus({ minutes: 3 });

/** How often the calendar is read again at `now`, with a snapshot that has this meeting. */
async function readings(ledger: Ledger, shown: TimedMeeting, now: DateTime<true>): Promise<number> {
  let count = 0;
  const calendar = {
    state: () => readCalendar([shown], readAt),
    async refresh() {
      count += 1;
    },
  };
  const audience = channelAudience('C1', [1440, 10]);
  const isDue = (snapshot: CalendarSnapshot) => isAnyDue(audience, snapshot, ledger, now);
  await refreshBeforePosting(calendar, isDue, now);
  return count;
}

it('reads before a reminder, and at no other time', async () => {
  const { channel: ledger } = (await memoryStore()).ledgers;
  expect(await readings(ledger, one, at('2026-11-30T09:00'))).toBe(0);
  expect(await readings(ledger, one, due)).toBe(1);
  expect(await readings(ledger, one, readAt.plus({ seconds: 44 })), 'the snapshot is fresh').toBe(
    0,
  );
});

it('does not read every minute for a meeting whose reminder was sent under an event that it continues', async () => {
  const { channel: ledger } = (await memoryStore()).ledgers;
  const label = {
    key: 'reminder/old/20261202T1700Z/10m',
    kind: 'reminder',
    meetingId: 'old',
  } as const;
  const details = detailsOf(one);
  const destination = { kind: 'channel', channelId: 'C1' } as const;
  await ledger.claim({ ...label, leadMinutes: 10, destination, details, asOf: readAt }, due);
  await ledger.recordPosted(label.key, { channel: 'C1', ts: '1.000001' }, due);
  expect(await readings(ledger, { ...one, id: 'new' }, due)).toBe(0);
});
