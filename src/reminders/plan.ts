import type { DateTime } from 'luxon';
import { isTimed, keyStamp, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { isNamed } from '../calendar/meeting-names.ts';
import { type Destination, destinationId } from './destination.ts';
import type { Demand, Subscription } from './subscription.ts';

/** A reminder that should be posted now. */
export interface DueReminder {
  /** Stable name of this one reminder: occurrence, start and lead time. A moved meeting gets new keys. */
  readonly key: string;
  readonly destination: Destination;
  readonly meeting: TimedMeeting;
  readonly leadMinutes: number;
}

/** The meeting names that a subscription's `about` stands for. */
export type NamesFor = (about: string) => readonly string[];

const MINUTE_MS = 60_000;

/** A key within a group; a direct message's key includes its recipient. */
export function postKey(destination: Destination, key: string): string {
  switch (destination.kind) {
    case 'channel':
      return key;
    case 'person':
      return `dm/${destination.userId}/${key}`;
  }
}

/** The key of one reminder, in the ledger and in the message's metadata. */
export function reminderKey(
  destination: Destination,
  meeting: TimedMeeting,
  leadMinutes: number,
): string {
  const key = `reminder/${meeting.id}/${keyStamp(meeting.start)}/${leadMinutes}m`;
  return postKey(destination, key);
}

/**
 * Whether anything can be due at `now`, which is nothing further ahead than the longest lead time and
 * its queue. Cheap, so that a run in which nothing is due costs next to nothing.
 */
export function mayBeDue(
  demand: readonly Demand[],
  meetings: readonly Meeting[],
  paceMs: number,
  now: DateTime<true>,
): boolean {
  const counts = new Map<number, number>();
  for (const { leadTimes, count } of demand) {
    for (const lead of leadTimes) counts.set(lead, (counts.get(lead) ?? 0) + count);
  }
  let horizonMs = 0;
  for (const [lead, count] of counts) {
    horizonMs = Math.max(horizonMs, lead * MINUTE_MS + (count - 1) * paceMs);
  }
  const nowMs = now.toMillis();
  return meetings.some((meeting) => {
    if (!isAhead(meeting, nowMs)) return false;
    return meeting.start.toMillis() - horizonMs <= nowMs;
  });
}

/**
 * The reminders due at `now`, settled or not. One is due from its lead time until the start; of a
 * destination's due reminders for a meeting only the newest counts, since after downtime the older
 * ones would only repeat it. When many want one at the same moment, some get it earlier, so that
 * at `paceMs` the last one is still on time.
 */
export function planReminders(
  subscriptions: readonly Subscription[],
  namesFor: NamesFor,
  meetings: readonly Meeting[],
  paceMs: number,
  now: DateTime<true>,
): DueReminder[] {
  const byLead = byLeadTime(subscriptions);
  const nowMs = now.toMillis();
  return meetings
    .filter((meeting) => isAhead(meeting, nowMs))
    .flatMap((meeting) => dueFor(meeting, byLead, namesFor, paceMs, nowMs))
    .sort((a, b) => a.dueMs - b.dueMs)
    .map(({ dueMs, ...due }) => due);
}

/** Whether `about` covers a meeting. */
export function isWanted(title: string, about: string | undefined, namesFor: NamesFor): boolean {
  return about === undefined || isNamed(title, namesFor(about));
}

/** The subscriptions for each lead time, in minutes. */
function byLeadTime(subscriptions: readonly Subscription[]): Map<number, Subscription[]> {
  const byLead = new Map<number, Subscription[]>();
  for (const subscription of subscriptions) {
    for (const lead of subscription.leadTimes) {
      const list = byLead.get(lead);
      if (list) list.push(subscription);
      else byLead.set(lead, [subscription]);
    }
  }
  return byLead;
}

function dueFor(
  meeting: TimedMeeting,
  byLead: ReadonlyMap<number, readonly Subscription[]>,
  namesFor: NamesFor,
  paceMs: number,
  nowMs: number,
): (DueReminder & { readonly dueMs: number })[] {
  const startMs = meeting.start.toMillis();
  const newest = new Map<string, { destination: Destination; lead: number }>();
  const wants = wantedOnce(meeting.title, namesFor);
  for (const [lead, subscriptions] of byLead) {
    const dueMs = startMs - lead * MINUTE_MS;
    if (dueMs - (subscriptions.length - 1) * paceMs > nowMs) continue;
    const queued = new Set<string>();
    for (const { about, destination } of subscriptions) {
      const id = destinationId(destination);
      if (queued.has(id) || !wants(about)) continue;
      const place = queued.size;
      queued.add(id);
      if (nowMs < dueMs - place * paceMs) continue;
      const known = newest.get(id);
      if (!known || lead < known.lead) newest.set(id, { destination, lead });
    }
  }
  const stamp = keyStamp(meeting.start);
  return [...newest.values()].map(({ destination, lead }) => ({
    key: postKey(destination, `reminder/${meeting.id}/${stamp}/${lead}m`),
    destination,
    meeting,
    leadMinutes: lead,
    dueMs: startMs - lead * MINUTE_MS,
  }));
}

/** Matches each name against a title only once, however many people gave it. */
function wantedOnce(title: string, namesFor: NamesFor): (about: string | undefined) => boolean {
  const known = new Map<string | undefined, boolean>();
  return (about) => {
    const before = known.get(about);
    if (before !== undefined) return before;
    const wanted = isWanted(title, about, namesFor);
    known.set(about, wanted);
    return wanted;
  };
}

function isAhead(meeting: Meeting, nowMs: number): meeting is TimedMeeting {
  return isTimed(meeting) && stands(meeting) && meeting.start.toMillis() > nowMs;
}
