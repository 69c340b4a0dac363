import type { DateTime } from 'luxon';
import { keyStamp, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { isNamed, namedBy } from '../calendar/meeting-names.ts';
import { timelineOf } from '../calendar/timeline.ts';
import { atOnce, type Steps } from '../concurrency/steps.ts';
import { oncePerText } from '../text/once-per-text.ts';
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
 * What the demand asks about that can be due at `now`, which is nothing further ahead than its longest lead
 * time and the queue for that. Cheap, so that a run in which nothing is due costs next to nothing.
 */
export function aboutsDue(
  demand: readonly Demand[],
  namesFor: NamesFor,
  meetings: readonly Meeting[],
  paceMs: number,
  now: DateTime<true>,
): (string | undefined)[] {
  const counts = new Map<number, number>();
  for (const { leadTimes, count } of demand) {
    for (const lead of leadTimes) counts.set(lead, (counts.get(lead) ?? 0) + count);
  }
  const horizonMs = (lead: number) => lead * MINUTE_MS + ((counts.get(lead) ?? 1) - 1) * paceMs;
  const wants = wisher(namesFor);
  const due = demand.filter(({ about, leadTimes }) =>
    ahead(meetings, Math.max(...leadTimes.map(horizonMs)), now).some(({ title }) =>
      wants(about, title),
    ),
  );
  return [...new Set(due.map(({ about }) => about))];
}

/**
 * The reminders due at `now`, settled or not. One is due from its lead time until the start; of a
 * destination's due reminders for a meeting only the newest counts, since after downtime the older
 * ones would only repeat it. When many want one at the same moment, some get it earlier, so that
 * at `paceMs` the last one is still on time.
 */
export function planReminders(...parts: Parameters<typeof reminderPlan>): DueReminder[] {
  return atOnce(reminderPlan(...parts));
}

/** The same in steps, for a thread in which others wait. */
export function* reminderPlan(
  subscriptions: readonly Subscription[],
  namesFor: NamesFor,
  meetings: readonly Meeting[],
  paceMs: number,
  now: DateTime<true>,
): Steps<DueReminder[]> {
  const queues = queuesOf(subscriptions);
  const wants = wisher(namesFor);
  const horizons = queues.map(({ lead, length }) => lead * MINUTE_MS + (length - 1) * paceMs);
  const found: (DueReminder & { readonly dueMs: number })[] = [];
  for (const meeting of ahead(meetings, Math.max(...horizons), now)) {
    for (const due of dueFor(meeting, queues, wants, paceMs, now.toMillis())) found.push(due);
    yield;
  }
  found.sort((a, b) => a.dueMs - b.dueMs);
  yield;
  return found.map(({ dueMs, ...due }) => due);
}

/** Whether `about` covers a meeting. */
export function isWanted(title: string, about: string | undefined, namesFor: NamesFor): boolean {
  return about === undefined || isNamed(title, namesFor(about));
}

/** The same for many titles and many people: each name is prepared, and compared with a title, only once. */
function wisher(namesFor: NamesFor): (about: string | undefined, title: string) => boolean {
  const isNamedBy = oncePerText((about) => namedBy(namesFor(about)));
  return (about, title) => about === undefined || isNamedBy(about)(title);
}

/** The meetings that start after `now`, at most so much later. */
function ahead(
  meetings: readonly Meeting[],
  horizonMs: number,
  now: DateTime<true>,
): TimedMeeting[] {
  const after = now.toMillis() + 1;
  return timelineOf(meetings)
    .starting(after, after + horizonMs)
    .filter(stands);
}

/** Someone who wants a reminder, and their place among all subscriptions. */
interface Queued {
  readonly id: string;
  readonly destination: Destination;
  readonly place: number;
}

/** Everyone who wants a lead time, by what it is about. */
interface Queue {
  readonly lead: number;
  readonly length: number;
  readonly byAbout: ReadonlyMap<string | undefined, readonly Queued[]>;
}

function queuesOf(subscriptions: readonly Subscription[]): Queue[] {
  const byLead = new Map<number, Map<string | undefined, Queued[]>>();
  for (const [place, { about, destination, leadTimes }] of subscriptions.entries()) {
    const queued = { id: destinationId(destination), destination, place };
    for (const lead of leadTimes) {
      const byAbout = byLead.get(lead) ?? new Map<string | undefined, Queued[]>();
      byLead.set(lead, byAbout);
      const list = byAbout.get(about);
      if (list) list.push(queued);
      else byAbout.set(about, [queued]);
    }
  }
  return [...byLead].map(([lead, byAbout]) => ({
    lead,
    byAbout,
    length: [...byAbout.values()].reduce((sum, list) => sum + list.length, 0),
  }));
}

function dueFor(
  meeting: TimedMeeting,
  queues: readonly Queue[],
  wants: ReturnType<typeof wisher>,
  paceMs: number,
  nowMs: number,
): (DueReminder & { readonly dueMs: number })[] {
  const startMs = meeting.start.toMillis();
  const newest = new Map<string, { destination: Destination; lead: number }>();
  for (const queue of queues) {
    const { lead, length } = queue;
    const dueMs = startMs - lead * MINUTE_MS;
    if (dueMs - (length - 1) * paceMs > nowMs) continue;
    for (const [place, { id, destination }] of wanting(queue, meeting.title, wants).entries()) {
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

/** Those in a queue who want to be reminded of a title, each once. */
function wanting(
  { byAbout }: Queue,
  title: string,
  wants: ReturnType<typeof wisher>,
): readonly Queued[] {
  const lists = [...byAbout].filter(([about]) => wants(about, title)).map(([, list]) => list);
  const [only, ...others] = lists;
  if (others.length === 0) return only ?? [];
  const all = lists.flat().sort((a, b) => a.place - b.place);
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()].sort(
    (a, b) => a.place - b.place,
  );
}
