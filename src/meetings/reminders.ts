import type { DateTime } from 'luxon';
import { isTimed, type Meeting, stands, type TimedMeeting } from './meeting.ts';

/** How many minutes before the start reminders go out, longest first. */
export type Leads = readonly number[];

/** A reminder that should be posted now. */
export interface DueReminder {
  /** Stable name of this one reminder: occurrence, start and lead. A moved meeting gets new ones. */
  readonly key: string;
  readonly meeting: TimedMeeting;
  readonly leadMinutes: number;
}

/** The key of one reminder. It stands in the ledger and in the message's metadata. */
export function reminderKey(meeting: TimedMeeting, leadMinutes: number): string {
  const start = meeting.start.toUTC().toFormat("yyyyMMdd'T'HHmm'Z'");
  return `reminder/${meeting.id}/${start}/${leadMinutes}m`;
}

/**
 * The reminders due at `now`. One is due from `start − lead` until the start. Of a meeting's due
 * reminders the newest alone counts: after a pause the older ones would only repeat it. `settled`
 * are the keys that the ledger holds as posted or given up.
 */
export function planReminders(
  meetings: readonly Meeting[],
  leads: Leads,
  settled: ReadonlySet<string>,
  now: DateTime,
): DueReminder[] {
  return meetings
    .filter(isTimed)
    .filter(stands)
    .flatMap((meeting) => newestDue(meeting, leads, now))
    .filter(({ key }) => !settled.has(key));
}

/** The next moment after `now` at which a reminder falls due, for as far as the meetings reach. */
export function nextDue(
  meetings: readonly Meeting[],
  leads: Leads,
  now: DateTime,
): DateTime<true> | undefined {
  return meetings
    .filter(isTimed)
    .filter(stands)
    .flatMap((meeting) => leads.map((lead) => meeting.start.minus({ minutes: lead })))
    .filter((due) => due > now)
    .sort((a, b) => a.toMillis() - b.toMillis())[0];
}

function newestDue(meeting: TimedMeeting, leads: Leads, now: DateTime): DueReminder[] {
  if (now >= meeting.start) return [];
  const due = leads.filter((lead) => now >= meeting.start.minus({ minutes: lead }));
  if (due.length === 0) return [];
  const leadMinutes = Math.min(...due);
  return [{ key: reminderKey(meeting, leadMinutes), meeting, leadMinutes }];
}

/** The reminders that come next, those that are due at `now` first. */
export function comingReminders(
  meetings: readonly Meeting[],
  leads: Leads,
  settled: ReadonlySet<string>,
  now: DateTime,
): (DueReminder & { readonly at: DateTime<true> })[] {
  const dueNow = planReminders(meetings, leads, settled, now).map((due) => ({
    ...due,
    at: due.meeting.start.minus({ minutes: due.leadMinutes }),
  }));
  const later = meetings
    .filter(isTimed)
    .filter(stands)
    .flatMap((meeting) =>
      leads.map((leadMinutes) => ({
        key: reminderKey(meeting, leadMinutes),
        meeting,
        leadMinutes,
        at: meeting.start.minus({ minutes: leadMinutes }),
      })),
    )
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at.toMillis() - b.at.toMillis());
  return [...dueNow, ...later];
}
