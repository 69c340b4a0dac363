import type { DateTime } from 'luxon';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import type { Destination } from '../../src/reminders/destination.ts';
import { at, meeting } from '../support/build.ts';
import type { Route } from './calendar-routes.ts';

export const START = at('2026-12-01T08:00Z', 'utc');
/** How long a history is; its meetings are three days apart. */
export interface Size {
  readonly days: number;
  readonly meetings: number;
}
export const WHOLE: Size = { days: 21, meetings: 6 };
export const SHORT: Size = { days: 15, meetings: 4 };
export const GROUPS = ['alpha', 'beta'] as const;
const DAY = 1440;
const LEAD_TIMES = [[DAY, 10], [DAY, 10], [2 * DAY, 60, 5], [3 * DAY, DAY, 30], [15]] as const;
// Minutes by which a clock is set wrong, for a while.
const STEPS = [6, -6, 60, -60];
// In the calendars of both groups, with the same ID.
const SHARED = 1;

export type GroupId = (typeof GROUPS)[number];

/** Who is reminded, of what, and how long before. */
export interface Reader {
  readonly groupId: GroupId;
  readonly destination: Destination;
  readonly about: string | undefined;
  readonly leadTimes: readonly number[];
}

/** The true calendars from a given minute on. */
export interface CalendarsAt {
  readonly minute: number;
  readonly meetings: Readonly<Record<GroupId, readonly TimedMeeting[]>>;
}

/** A range of minutes, excluding the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface HistoryPlan {
  readonly readers: readonly Reader[];
  readonly edits: readonly CalendarsAt[];
  readonly faults: readonly Span[];
  /** When Slack refuses every post. */
  readonly refusals: readonly Span[];
  /** When a replica's clock is off, and by how many minutes. */
  readonly clockSteps: readonly (Span & { readonly replica: number; readonly byMinutes: number })[];
  readonly replicas: number;
  readonly crashes: boolean;
  readonly route: Route;
}

export function moment(minute: number): DateTime<true> {
  return START.plus({ minutes: minute });
}

export function isIn({ from, to }: Span, minute: number): boolean {
  return minute >= from && minute < to;
}

export function minuteOf(when: DateTime<true>): number {
  return Math.round(when.diff(START, 'minutes').minutes);
}

/** Weeks of edits and faults, determined by the seed. */
export function planHistory(
  random: () => number,
  route: Route,
  { meetings: count }: Size,
): HistoryPlan {
  const below = (most: number) => Math.floor(random() * most);
  const readers = planReaders(below);
  const edits = planEdits(count, random, below);
  const meetings = Object.values(edits.at(-1)?.meetings ?? {}).flat();
  const leadTimes = [...new Set(readers.flatMap((reader) => reader.leadTimes))];
  const moments = meetings
    .flatMap(({ start }) => leadTimes.map((lead) => minuteOf(start) - lead))
    .concat(edits.map(({ minute }) => minute));
  const spans = (share: number): Span[] =>
    moments
      .filter(() => random() < share)
      .map((minute) => {
        const from = minute - below(3);
        return { from, to: from + 1 + below(12) };
      });
  const replicas = 1 + below(3);
  const clockSteps = spans(0.05).map((span) => ({
    ...span,
    replica: below(replicas),
    byMinutes: STEPS[below(STEPS.length)] ?? 0,
  }));
  const crashes = random() < 0.6;
  return {
    readers,
    edits,
    faults: spans(0.4),
    refusals: spans(0.1),
    clockSteps,
    replicas,
    crashes,
    route,
  };
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

function planEdits(
  count: number,
  random: () => number,
  below: (most: number) => number,
): CalendarsAt[] {
  let meetings: readonly TimedMeeting[] = Array.from({ length: count }, (_, n) =>
    meetingAt(n, moment((3 + n * 3) * DAY + below(DAY))),
  );
  const edits = [{ minute: 0, meetings: byGroup(meetings) }];
  const put = (minute: number, target: TimedMeeting, changed: TimedMeeting) => {
    meetings = meetings.map((other) => (other.id === target.id ? changed : other));
    edits.push({ minute, meetings: byGroup(meetings) });
  };
  for (let edit = below(9), minute = DAY; edit > 0; edit -= 1) {
    const target = meetings[below(count)];
    if (!target) continue;
    // Edits happen where they hurt: from two days before the meeting until its start.
    minute = Math.max(minute + 1, minuteOf(target.start) - below(2 * DAY));
    if (minute >= minuteOf(target.start)) continue;
    const changed = change(target, minute, random);
    put(minute, target, changed);
    // Now and then somebody changes it back and forth.
    for (let flips = random() < 0.15 ? 1 + below(4) : 0; flips > 0; flips -= 1) {
      minute += 1;
      put(minute, target, flips % 2 ? target : changed);
    }
  }
  return edits;
}

/** Even numbers are one group's meetings, odd ones the other's, and one belongs to both. */
function byGroup(meetings: readonly TimedMeeting[]): CalendarsAt['meetings'] {
  return {
    alpha: meetings.filter((_, n) => n % 2 === 0 || n === SHARED),
    beta: meetings.filter((_, n) => n % 2 === 1),
  };
}

function meetingAt(n: number, start: DateTime<true>): TimedMeeting {
  const end = start.plus({ hours: 1 });
  const ids =
    n % 3 === 0
      ? { id: `m${n}` }
      : { id: `m${n}_${start.toFormat("yyyyMMdd'T'HHmmss'Z'")}`, seriesId: `m${n}` };
  return meeting(start.toISO(), { ...ids, title: `Meeting ${n}`, start, end });
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
