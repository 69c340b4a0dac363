import { DateTime } from 'luxon';
import type { TimedMeeting } from '../src/calendar/meeting.ts';
import { valid } from '../src/calendar/moment.ts';
import { peopleAudience } from '../src/reminders/audience.ts';
import { isAnyDue, survey } from '../src/reminders/survey.ts';
import { openStore } from '../src/store/open.ts';
import { median, print } from './report.ts';

const SIZES = [10, 100, 1_000, 10_000];
const ROUNDS = 5;
const NOW = valid(DateTime.fromISO('2026-12-01T12:00', { zone: 'utc' }));
const LEAD_TIMES = [1440, 60, 15];

/**
 * What a run of the direct message job costs before it posts anything, for different numbers of people
 * and meetings: while nothing is due, and when everybody is due a reminder for one meeting.
 */
export async function planning(): Promise<void> {
  print('A run of the reminder job, from the store to the plan (ms):');
  print('  people  meetings  nothing due  one meeting due for all');
  for (const people of SIZES) {
    for (const meetings of people === 10_000 ? SIZES : [people]) {
      print(await row(people, Math.min(meetings, 10_000)));
    }
  }
}

async function row(people: number, meetings: number): Promise<string> {
  const store = await openStore({ kind: 'sqlite', path: ':memory:' }, 'bench');
  const { subscriptions, ledgers } = store.forGroup('bench');
  for (let n = 0; n < people; n += 1) {
    const about = n % 3 === 0 ? `Meeting ${n % 50}` : undefined;
    await subscriptions.set({ userId: `U${n}`, about, leadTimes: LEAD_TIMES });
  }
  const audience = peopleAudience(subscriptions, (about) => [about]);
  const later = Array.from({ length: meetings }, (_, n) => meetingAt(n, 20 + n / 10));
  const soon = [meetingAt(0, 1), ...later];
  const idle = await times(() => isAnyDue(audience, snapshot(later), ledgers.person, NOW));
  const due = await times(() => survey(audience, snapshot(soon), ledgers.person, NOW));
  await store.close();
  const cells = [String(people).padStart(8), String(meetings).padStart(10), idle, due];
  return cells.join('');
}

function snapshot(meetings: readonly TimedMeeting[]) {
  return { meetings, unreadable: new Set<string>(), readAt: NOW, source: 'api' as const };
}

function meetingAt(n: number, daysAhead: number): TimedMeeting {
  const start = NOW.plus({ minutes: Math.round(daysAhead * 1440) });
  return {
    id: `m${n}`,
    title: `Meeting ${n}`,
    status: 'confirmed',
    regular: false,
    description: '',
    allDay: false,
    start,
    end: start.plus({ hours: 1 }),
  };
}

async function times(work: () => Promise<unknown>): Promise<string> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return median(taken).toFixed(1).padStart(13);
}
