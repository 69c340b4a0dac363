import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { isSameMeeting, isSettled, notYetReminded, toldBefore } from './already-reminded.ts';
import type { Audience } from './audience.ts';
import { type Correction, correctionOf, planCorrections, resolver } from './corrections.ts';
import { DELIVERY, destinationId } from './destination.ts';
import { callsForNotice, noticesAfterReminder } from './notices.ts';
import { type DueReminder, mayBeDue, planReminders } from './plan.ts';
import type { Ledger } from './ports.ts';
import type { PlannedPost, Statement } from './post.ts';

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
  const since = now.minus(KEEP_TRUE);
  const resolve = resolver(snapshot);
  const inQuestion = (await ledger.statements(since)).filter(
    (statement) =>
      correctionOf(statement, resolve, now) !== undefined ||
      callsForNotice(statement, resolve, now) !== undefined ||
      candidates.some((candidate) => isSameMeeting(candidate, statement, snapshot)),
  );
  const posts = await ledger.postedAbout(meetingIds(inQuestion), since);
  const due = notYetReminded(candidates, posts, snapshot).map((reminder) => ({
    ...reminder,
    toldBefore: toldBefore(reminder, posts, snapshot),
  }));
  const notices = noticesAfterReminder(posts, snapshot, resolve, now).filter(
    // The reminder that is posted now says that the meeting was moved.
    (notice) => notice.kind !== 'move' || !due.some((reminder) => isFor(notice, reminder)),
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
  const { paceMs } = DELIVERY[audience.kind];
  if (!mayBeDue(await audience.demand(), meetings, paceMs, now)) return [];
  const subscriptions = await audience.subscriptions();
  const due = planReminders(subscriptions, audience.namesFor, meetings, paceMs, now);
  if (due.length === 0) return [];
  const states = await ledger.states(now);
  return due.filter(({ key }) => !isSettled(key, states));
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

function isFor({ meetingId, destination }: PlannedPost, reminder: DueReminder): boolean {
  return (
    meetingId === reminder.meeting.id &&
    destinationId(destination) === destinationId(reminder.destination)
  );
}

function meetingIds(statements: readonly Statement[]): string[] {
  return [...new Set(statements.map(({ meetingId }) => meetingId))];
}
