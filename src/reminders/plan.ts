import type { DateTime } from 'luxon';
import { isTimed, keyStamp, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import type { LeadTimes } from './lead-times.ts';

/** A reminder that should be posted now. */
export interface DueReminder {
  /** Stable name of this one reminder: occurrence, start and lead. A moved meeting gets new ones. */
  readonly key: string;
  readonly meeting: TimedMeeting;
  readonly leadMinutes: number;
}

/** The key of one reminder. It stands in the ledger and in the message's metadata. */
export function reminderKey(meeting: TimedMeeting, leadMinutes: number): string {
  return `reminder/${meeting.id}/${keyStamp(meeting.start)}/${leadMinutes}m`;
}

/**
 * The reminders due at `now`. One is due from `start − lead` until the start. Of a meeting's due
 * reminders the newest alone counts: after a pause the older ones would only repeat it. `settled`
 * are the keys that the ledger holds as posted or given up.
 */
export function planReminders(
  meetings: readonly Meeting[],
  leads: LeadTimes,
  settled: ReadonlySet<string>,
  now: DateTime<true>,
): DueReminder[] {
  return meetings
    .filter(isTimed)
    .filter(stands)
    .flatMap((meeting) => newestDue(meeting, leads, now))
    .filter(({ key }) => !settled.has(key));
}

/** A reminder and the moment at which it falls due. */
export interface ComingReminder extends DueReminder {
  readonly at: DateTime<true>;
}

/** The reminders that come next, those that are due at `now` first. */
export function comingReminders(
  meetings: readonly Meeting[],
  leads: LeadTimes,
  settled: ReadonlySet<string>,
  now: DateTime<true>,
): ComingReminder[] {
  const dueNow = planReminders(meetings, leads, settled, now);
  return [
    ...dueNow.map(({ meeting, leadMinutes }) => reminderOf(meeting, leadMinutes)),
    ...fallingDueAfter(meetings, leads, now),
  ];
}

/** The next moment after `now` at which a reminder falls due, for as far as the meetings reach. */
export function nextDue(
  meetings: readonly Meeting[],
  leads: LeadTimes,
  now: DateTime<true>,
): DateTime<true> | undefined {
  return fallingDueAfter(meetings, leads, now)[0]?.at;
}

function fallingDueAfter(
  meetings: readonly Meeting[],
  leads: LeadTimes,
  now: DateTime<true>,
): ComingReminder[] {
  return meetings
    .filter(isTimed)
    .filter(stands)
    .flatMap((meeting) => leads.map((lead) => reminderOf(meeting, lead)))
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at.toMillis() - b.at.toMillis());
}

function newestDue(meeting: TimedMeeting, leads: LeadTimes, now: DateTime<true>): DueReminder[] {
  if (now >= meeting.start) return [];
  const due = leads.filter((lead) => now >= meeting.start.minus({ minutes: lead }));
  return due.length === 0 ? [] : [reminderOf(meeting, Math.min(...due))];
}

function reminderOf(meeting: TimedMeeting, leadMinutes: number): ComingReminder {
  const at = meeting.start.minus({ minutes: leadMinutes });
  return { key: reminderKey(meeting, leadMinutes), meeting, leadMinutes, at };
}
