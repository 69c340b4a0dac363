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

/** A reminder, and the start that its readers were told before, where the meeting was moved since. */
export interface ToldReminder extends DueReminder {
  readonly toldBefore: DateTime<true> | undefined;
}

/** What has to be done for an audience at one moment, by what the calendar says. */
export interface Survey {
  readonly due: readonly ToldReminder[];
  readonly corrections: readonly Correction[];
  /** Notices of cancellations that are to be queued. */
  readonly notices: readonly PlannedPost[];
}

// Posts of meetings that began longer ago are left as they are; one that was moved may still be ahead.
const KEEP_TRUE = { days: 15 };

/**
 * Compares what is posted and what is wanted with the calendar. Reads no more of the ledger than
 * what may have to change: a run in which nothing does is cheap, however many people there are.
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
    // The reminder that goes out at once says itself that the meeting was moved.
    (notice) => notice.kind !== 'move' || !due.some((reminder) => isFor(notice, reminder)),
  );
  return {
    due,
    corrections: planCorrections(posts, snapshot, resolve, now),
    notices: await wantedNotices(notices, audience, ledger, now),
  };
}

/** Whether a reminder is to be posted at `now`. */
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

/** Who got a reminder and still wants them hears of the cancellation, once. */
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
