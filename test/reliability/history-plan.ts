import type { DateTime } from 'luxon';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import type { Destination } from '../../src/reminders/destination.ts';
import { at, meeting } from '../support/build.ts';

export const START = at('2026-12-01T08:00Z', 'utc');
export const DAYS = 21;
export const GROUPS = ['alpha', 'beta'] as const;
const MEETINGS = 6;
const DAY = 1440;
const LEAD_TIMES = [[DAY, 10], [DAY, 10], [2 * DAY, 60, 5], [3 * DAY, DAY, 30], [15]] as const;
// In the calendars of both groups, under one id.
const SHARED = 1;

export type GroupId = (typeof GROUPS)[number];

/** Whoever is reminded, of what, and how long before. */
export interface Reader {
  readonly groupId: GroupId;
  readonly destination: Destination;
  readonly about: string | undefined;
  readonly leadTimes: readonly number[];
}

/** The true calendars from one minute on. */
export interface CalendarsAt {
  readonly minute: number;
  readonly meetings: Readonly<Record<GroupId, readonly TimedMeeting[]>>;
}

export interface HistoryPlan {
  readonly readers: readonly Reader[];
  readonly edits: readonly CalendarsAt[];
  readonly faults: readonly { readonly from: number; readonly to: number }[];
  readonly replicas: number;
  readonly crashes: boolean;
}

export function moment(minute: number): DateTime<true> {
  return START.plus({ minutes: minute });
}

export function minuteOf(when: DateTime<true>): number {
  return Math.round(when.diff(START, 'minutes').minutes);
}

/** Weeks of edits and faults that follow from the seed. */
export function planHistory(random: () => number): HistoryPlan {
  const below = (most: number) => Math.floor(random() * most);
  const readers = planReaders(below);
  const edits = planEdits(random, below);
  const meetings = Object.values(edits.at(-1)?.meetings ?? {}).flat();
  const leadTimes = [...new Set(readers.flatMap((reader) => reader.leadTimes))];
  const faults = meetings
    .flatMap(({ start }) => leadTimes.map((lead) => minuteOf(start) - lead))
    .concat(edits.map(({ minute }) => minute))
    .filter(() => random() < 0.4)
    .map((minute) => {
      const from = minute - below(3);
      return { from, to: from + 1 + below(12) };
    });
  return { readers, edits, faults, replicas: 1 + below(3), crashes: random() < 0.6 };
}

function planReaders(below: (most: number) => number): Reader[] {
  const leadTimes = () => LEAD_TIMES[below(LEAD_TIMES.length)] ?? LEAD_TIMES[0];
  const channels = GROUPS.map((groupId) => ({
    groupId,
    destination: { kind: 'channel', channelId: `C${groupId}` } as const,
    about: undefined,
    leadTimes: leadTimes(),
  }));
  const people = [
    { groupId: 'alpha', userId: 'U1', about: undefined },
    { groupId: 'beta', userId: 'U1', about: undefined },
    { groupId: 'alpha', userId: 'U2', about: `Meeting ${SHARED}` },
  ] as const;
  return [
    ...channels,
    ...people.map(({ groupId, userId, about }) => ({
      groupId,
      destination: { kind: 'person', userId } as const,
      about,
      leadTimes: leadTimes(),
    })),
  ];
}

function planEdits(random: () => number, below: (most: number) => number): CalendarsAt[] {
  let meetings: readonly TimedMeeting[] = Array.from({ length: MEETINGS }, (_, n) =>
    meetingAt(n, moment((3 + n * 3) * DAY + below(DAY))),
  );
  const edits = [{ minute: 0, meetings: byGroup(meetings) }];
  for (let edit = below(9), minute = DAY; edit > 0; edit -= 1) {
    const target = meetings[below(MEETINGS)];
    if (!target) continue;
    // Edits fall where they hurt: from two days before the meeting until its start.
    minute = Math.max(minute + 1, minuteOf(target.start) - below(2 * DAY));
    if (minute >= minuteOf(target.start)) continue;
    const changed = change(target, minute, random);
    meetings = meetings.map((other) => (other === target ? changed : other));
    edits.push({ minute, meetings: byGroup(meetings) });
  }
  return edits;
}

/** Even numbers are one group's meetings, odd ones the other's, and one is of both. */
function byGroup(meetings: readonly TimedMeeting[]): CalendarsAt['meetings'] {
  return {
    alpha: meetings.filter((_, n) => n % 2 === 0 || n === SHARED),
    beta: meetings.filter((_, n) => n % 2 === 1),
  };
}

function meetingAt(n: number, start: DateTime<true>): TimedMeeting {
  const end = start.plus({ hours: 1 });
  return meeting(start.toISO(), { id: `m${n}`, title: `Meeting ${n}`, start, end });
}

function change(target: TimedMeeting, minute: number, random: () => number): TimedMeeting {
  switch (Math.floor(random() * 4)) {
    case 0: {
      const start = moment(minute + 5 + Math.floor(random() * 3 * DAY));
      return { ...target, start, end: start.plus({ hours: 1 }) };
    }
    case 1:
      return { ...target, title: `${target.title}'` };
    case 2:
      return { ...target, joinLink: `https://zoom.us/j/${Math.floor(random() * 1e6)}` };
    default:
      return { ...target, status: target.status === 'cancelled' ? 'confirmed' : 'cancelled' };
  }
}
