import { expect, it } from 'vitest';
import { organizersSummary, simulateOrganizers } from '../../sandbox/simulate/organizers.ts';
import {
  type MeetingCounts,
  sampleMeetings,
  YEAR,
} from '../../sandbox/simulate/sample-meetings.ts';
import type { SimulatedPost } from '../../sandbox/simulate/simulate.ts';
import { ORGANIZERS } from '../../sandbox/world.ts';
import { loadGroup } from '../../src/group/load.ts';
import { at, silent } from '../support/build.ts';
import { biweekly, event, exception, posts } from '../support/world.ts';

// What follows is worked out from UTC dates and the two laws on clock changes alone: neither the
// planner nor a library for time zones has a part in it.
const DAY = 86_400_000;
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
// Neither whole year is needed twice: the feed is read around all that is out of the ordinary, and the organizers'
// messages are counted for some months. SOAK has the years whole.
const FEED_SPANS = process.env.SOAK
  ? [['2026-01-01', '2027-01-07'] as const]
  : ([
      ['2026-02-28', '2026-04-04'],
      ['2026-04-25', '2026-05-09'],
      ['2026-06-13', '2026-06-27'],
      ['2026-10-24', '2026-11-28'],
      ['2026-12-19', '2027-01-07'],
    ] as const);
const MEETINGS: MeetingCounts = process.env.SOAK ? YEAR : { regular: 8, adHoc: 9 };
const within = (day: number, from: string, to: string) => day >= utc(from) && day < utc(to);
const pacificOffset = (day: number) => (within(day, '2026-03-08', '2026-11-01') ? 7 : 8);
const berlinOffset = (day: number) => (within(day, '2026-03-29', '2026-10-25') ? -2 : -1);

function every(days: number, from: string, to: string): number[] {
  const count = Math.ceil((utc(to) - utc(from)) / DAY / days);
  return Array.from({ length: count }, (_, n) => utc(from) + n * days * DAY);
}

/** Instant of a wall clock hour on a day, in ms. */
const pacific = (day: number, hour: number) => day + (hour + pacificOffset(day)) * 3_600_000;
const berlin = (day: number, hour: number) => day + (hour + berlinOffset(day)) * 3_600_000;

const midnight = (date: string) => new Date(pacific(utc(date), 0)).toISOString();

const minutesBefore = (start: number, minutes: number) =>
  new Date(start - minutes * 60_000).toISOString().replace('.000Z', 'Z');

it('a year has the reminders that its calendar requires, to the minute', async () => {
  const events = [
    // The first series runs to June, when “this and following” moves it to ten o'clock.
    biweekly('first', '2026-01-07T09:00', '20260624T155959Z'),
    biweekly('second', '2026-06-24T10:00'),
    exception('first', '2026-03-04T09:00', { status: 'cancelled' }),
    exception('first', '2026-04-01T09:00', event('', '2026-04-02T07:30', { summary: 'On DRA' })),
    exception('second', '2026-11-25T10:00', { status: 'cancelled' }),
    // Weekly in Berlin: between the clock changes of both continents it shifts for California.
    event(
      'berlin',
      '2026-03-05T17:00',
      {
        summary: 'Autoscaling workstream',
        recurrence: ['RRULE:FREQ=WEEKLY;COUNT=44'],
      },
      'Europe/Berlin',
    ),
    event('days', '2026-05-01T00:00', {
      start: { date: '2026-05-01' },
      end: { date: '2026-05-03' },
    }),
  ];
  const moved = pacific(utc('2026-04-02'), 7.5);
  const starts = [
    ...every(14, '2026-01-07', '2026-06-24')
      .filter((day) => day !== utc('2026-03-04'))
      .map((day) => (day === utc('2026-04-01') ? moved : pacific(day, 9))),
    ...every(14, '2026-06-24', '2027-01-08')
      .filter((day) => day !== utc('2026-11-25'))
      .map((day) => pacific(day, 10)),
    ...every(7, '2026-03-05', '2027-01-07').map((day) => berlin(day, 17)),
  ];
  const expected = starts
    .flatMap((start) => [minutesBefore(start, 1440), minutesBefore(start, 10)])
    .filter((at) => at < '2027-01-07T08:00:00Z')
    .toSorted();

  const seen = await posts(events, '2026-01-01T00:00', '2027-01-07T00:00');
  for (const [from, to] of FEED_SPANS) {
    const there = seen.filter(({ at }) => at >= midnight(from) && at < midnight(to));
    expect(await posts(events, `${from}T00:00`, `${to}T00:00`, { route: 'feed' })).toEqual(there);
  }

  expect(seen.map(({ at }) => at)).toEqual(expected);
  expect(new Set(seen.map(({ key }) => key)).size).toBe(seen.length);
  expect(seen.map(({ at }) => at)).toContain('2026-12-23T17:50:00Z');
  // ISO week 53 of 2026 and week 1 of 2027 are both odd; two weeks after December 23rd is week 1.
  expect(seen.map(({ at }) => at)).toContain('2027-01-05T18:00:00Z');
  const regular = seen.filter(({ meetingId }) => String(meetingId).startsWith('second'));
  expect(regular.some(({ at }) => at.startsWith('2026-12-30'))).toBe(false);
});

it(`${MEETINGS.regular} regular and ${MEETINGS.adHoc} ad-hoc meetings are three messages each in the organizers’ channel`, async () => {
  const told: SimulatedPost[] = [];
  const from = at('2026-01-01T00:00');
  const events = sampleMeetings(await loadGroup(), from, MEETINGS);
  const to = from.plus({ weeks: 2 * MEETINGS.regular + 4 });
  await simulateOrganizers({ from, to, events }, (post) => told.push(post), silent);
  const all = MEETINGS.regular + MEETINGS.adHoc;
  expect(organizersSummary(told)).toMatch(new RegExp(`about ${all} meetings, at most 3 for one$`));
  const digests = told.filter(({ key }) => String(key).startsWith('digest/'));
  expect(told.length - digests.length).toBeLessThanOrEqual(3 * all);
  const nudges = told.filter(({ key }) => String(key).startsWith('recordings/missing/'));
  const days = nudges.map(({ at: moment }) => Date.parse(moment) / DAY);
  expect(days.length).toBeGreaterThan(0);
  expect(days.every((day, n) => n === 0 || day - (days[n - 1] ?? 0) >= 7)).toBe(true);
  expect(new Set(told.map(({ channel }) => channel))).toEqual(new Set([ORGANIZERS]));
  const about = (kind: string) => told.filter(({ key }) => String(key).startsWith(kind)).length;
  // One before each, one card that becomes the next, and a question where no video answers it.
  expect([about('meeting/'), about('card/')]).toEqual([all, all + Math.floor(all / 5)]);
});
