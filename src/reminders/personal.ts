import type { DateTime } from 'luxon';
import { isTimed, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { isNamed } from '../calendar/meeting-names.ts';
import type { LeadTimes } from './lead-times.ts';
import { comingReminders, type DueReminder, reminderKey } from './plan.ts';

/** When someone wants to be reminded; `names` empty for every meeting. */
export interface Want {
  readonly userId: string;
  readonly names: readonly string[];
  readonly leads: LeadTimes;
}

/** A direct message that should be sent now. */
export interface DuePersonal extends DueReminder {
  readonly userId: string;
}

/**
 * Milliseconds between two direct messages: 200 a minute. Slack allows an app “several hundred
 * messages per minute” in a workspace. https://docs.slack.dev/apis/web-api/rate-limits
 */
export const PACE_MS = 300;

/**
 * The direct messages due at `now`. When many people want one at the same moment, some get it
 * earlier, so that the last goes out in time at Slack's pace. `settled` as in planReminders.
 */
export function planPersonal(
  wants: readonly Want[],
  meetings: readonly Meeting[],
  settled: ReadonlySet<string>,
  now: DateTime<true>,
): DuePersonal[] {
  return meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now)
    .flatMap((meeting) => dueFor(meeting, wants, now))
    .filter(({ key }) => !settled.has(key))
    .sort((a, b) => dueAt(a).toMillis() - dueAt(b).toMillis());
}

/** The direct messages that come next, each at the moment that was asked for. */
export function comingPersonal(
  wants: readonly Want[],
  meetings: readonly Meeting[],
  settled: ReadonlySet<string>,
  now: DateTime<true>,
): (DuePersonal & { readonly at: DateTime<true> })[] {
  const people = [...Map.groupBy(wants, ({ userId }) => userId)];
  return people.flatMap(([userId, theirs]) =>
    meetings.flatMap((meeting) =>
      comingReminders([meeting], leadsFor(meeting, theirs), new Set(), now)
        .map((coming) => ({ ...coming, key: personalKey(userId, coming.key), userId }))
        .filter(({ key }) => !settled.has(key)),
    ),
  );
}

/** The leads at which a person wants to hear of a meeting. */
function leadsFor(meeting: Meeting, wants: readonly Want[]): LeadTimes {
  return wants
    .filter(({ names }) => names.length === 0 || isNamed(meeting.title, names))
    .flatMap(({ leads }) => leads)
    .filter((lead, at, all) => all.indexOf(lead) === at);
}

/** The key of a direct message's post. */
export function personalKey(userId: string, key: string): string {
  return `dm/${userId}/${key}`;
}

function dueFor(meeting: TimedMeeting, wants: readonly Want[], now: DateTime<true>): DuePersonal[] {
  const queues = new Map<number, number>();
  const people = Map.groupBy(wants, ({ userId }) => userId);
  return [...people].flatMap(([userId, theirs]) => {
    const due = leadsFor(meeting, theirs).filter((lead) => {
      const place = queues.get(lead) ?? 0;
      queues.set(lead, place + 1);
      const earlier = { milliseconds: place * PACE_MS };
      return now >= meeting.start.minus({ minutes: lead }).minus(earlier);
    });
    if (due.length === 0) return [];
    const leadMinutes = Math.min(...due);
    const key = personalKey(userId, reminderKey(meeting, leadMinutes));
    return [{ key, meeting, leadMinutes, userId }];
  });
}

function dueAt({ meeting, leadMinutes }: DueReminder): DateTime<true> {
  return meeting.start.minus({ minutes: leadMinutes });
}
