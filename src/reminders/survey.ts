import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { eachInTurn, inSlices } from '../concurrency/steps.ts';
import { isSettled, toldIn } from './already-reminded.ts';
import type { Audience } from './audience.ts';
import {
  type Correction,
  correctionOf,
  planCorrections,
  type Resolve,
  resolver,
} from './corrections.ts';
import { DELIVERY, destinationId } from './destination.ts';
import { callsForNotice, noticesAfterReminder } from './notices.ts';
import { aboutsDue, type DueReminder, reminderPlan } from './plan.ts';
import type { Ledger } from './ports.ts';
import type { PlannedPost, PostedMessage } from './post.ts';

/** A reminder, and the start that its recipients were told before, if the meeting was moved since. */
export interface ToldReminder extends DueReminder {
  readonly toldBefore: DateTime<true> | undefined;
}

/** What has to be done for an audience at one moment, according to the calendar. */
export interface Survey {
  readonly due: readonly ToldReminder[];
  readonly corrections: readonly Correction[];
  /** Notices to be queued. */
  readonly notices: readonly PlannedPost[];
}

// Posts about meetings that started longer ago are left as they are; a moved one may still be ahead.
const KEEP_TRUE = { days: 15 };

/**
 * Compares what is posted and what is wanted with the calendar. Reads no more of the ledger than
 * may have to change: a run in which nothing changes is cheap, however many people there are.
 */
export async function survey(
  audience: Audience,
  snapshot: CalendarSnapshot,
  ledger: Ledger,
  now: DateTime<true>,
): Promise<Survey> {
  const candidates = await unsettled(audience, snapshot, ledger, now);
  const resolve = resolver(snapshot);
  const posts = await postsInQuestion(candidates, resolve, ledger, now);
  const due = await notYetReminded(candidates, posts, resolve);
  const told = new Set(due.map(recipient));
  const notices = noticesAfterReminder(posts, snapshot, resolve, now).filter(
    // The reminder that is posted now says that the meeting was moved.
    (notice) => notice.kind !== 'move' || !told.has(recipient(notice)),
  );
  return {
    due,
    corrections: planCorrections(posts, snapshot, resolve, now),
    notices: await wantedNotices(notices, audience, ledger, now),
  };
}

/** Whether a reminder should be posted at `now`. */
export async function isAnyDue(
  audience: Audience,
  snapshot: CalendarSnapshot,
  ledger: Ledger,
  now: DateTime<true>,
): Promise<boolean> {
  const candidates = await unsettled(audience, snapshot, ledger, now);
  if (candidates.length === 0) return false;
  return (await survey(audience, snapshot, ledger, now)).due.length > 0;
}

/** The reminders that are due and neither posted nor abandoned. */
async function unsettled(
  audience: Audience,
  { meetings }: CalendarSnapshot,
  ledger: Ledger,
  now: DateTime<true>,
): Promise<DueReminder[]> {
  const { kind, namesFor } = audience;
  const { paceMs } = DELIVERY[kind];
  const abouts = aboutsDue(await audience.demand(), namesFor, meetings, paceMs, now);
  if (abouts.length === 0) return [];
  const subscriptions = await audience.subscriptions(abouts);
  const due = await inSlices(reminderPlan(subscriptions, namesFor, meetings, paceMs, now));
  if (due.length === 0) return [];
  const states = await ledger.states(now);
  return due.filter(({ key }) => !isSettled(key, states));
}

/** The messages that may no longer be true, and those about meetings of which a reminder is due. */
async function postsInQuestion(
  candidates: readonly DueReminder[],
  resolve: Resolve,
  ledger: Ledger,
  now: DateTime<true>,
): Promise<readonly PostedMessage[]> {
  const since = now.minus(KEEP_TRUE);
  const due = new Set<string | undefined>(candidates.map(({ meeting }) => meeting.id));
  const statements = await ledger.statements(since);
  const inQuestion = await inSlices(
    eachInTurn(statements, (said) =>
      correctionOf(said, resolve, now) !== undefined ||
      callsForNotice(said, resolve, now) !== undefined ||
      due.has(said.meetingId) ||
      due.has(resolve(said)?.meetingId)
        ? [said.meetingId]
        : [],
    ),
  );
  return ledger.postedAbout([...new Set(inQuestion.flat())], since);
}

async function notYetReminded(
  candidates: readonly DueReminder[],
  posts: readonly PostedMessage[],
  resolve: Resolve,
): Promise<ToldReminder[]> {
  const told = toldIn(posts, resolve);
  const due = await inSlices(
    eachInTurn(candidates, (one) =>
      told.isReminded(one) ? [] : [{ ...one, toldBefore: told.startBefore(one) }],
    ),
  );
  return due.flat();
}

/** People who got a reminder and still want them get one notice. */
async function wantedNotices(
  notices: readonly PlannedPost[],
  audience: Audience,
  ledger: Ledger,
  now: DateTime<true>,
): Promise<PlannedPost[]> {
  if (notices.length === 0) return [];
  const states = await ledger.states(now);
  const subscribers = new Set(
    (await audience.subscriptions()).map(({ destination }) => destinationId(destination)),
  );
  return notices.filter(
    ({ key, destination }) => !states.has(key) && subscribers.has(destinationId(destination)),
  );
}

/** Who is told of which meeting. */
function recipient(told: PlannedPost | DueReminder): string {
  const meetingId = 'meeting' in told ? told.meeting.id : told.meetingId;
  return `${destinationId(told.destination)} ${meetingId}`;
}
