import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import { attend, correct, guarded, remind } from './attend.ts';
import type { PostedMessage } from './corrections.ts';
import { cancelledAfterReminder, isAlreadyReminded, planCorrections } from './corrections.ts';
import type { PostingTools, Turn } from './deliver.ts';
import { noticeOf } from './keep-posts.ts';
import { type DuePersonal, PACE_MS, personalKey, planPersonal, type Want } from './personal.ts';
import type { PlannedPost, Subscriptions } from './ports.ts';
import { wantsOf } from './wants.ts';

export interface PersonalTools extends PostingTools {
  readonly subscriptions: Subscriptions;
  /** The names of the meetings that someone means by what they typed. */
  readonly namesFor: (about: string) => readonly string[];
  /** The group's zone. */
  readonly zone: string;
  /** Waits, or returns at once when the bot stops. */
  wait(ms: number): Promise<void>;
}

// Between two looks at the calendar and at who still wants to hear of it.
const MAX_PER_RUN = 100;
// `chat.update` allows 50 a minute. https://docs.slack.dev/reference/methods/chat.update
const EDIT_PACE_MS = 1_300;
const MAX_EDITS = 40;

/** The direct messages that people asked for. */
export interface PersonalReminders {
  /** Whether a direct message is due. */
  isDue(calendar: CalendarSnapshot): Promise<boolean>;
  /** Sends some of what is due, at Slack's pace; true when there is more. */
  keep(calendar: CalendarSnapshot): Promise<boolean>;
}

/** Keeps direct messages as keepPosts keeps the channel: same plan, same ledger, same guarantees. */
export function personalReminders(tools: PersonalTools): PersonalReminders {
  const { ledger, clock, stopping } = tools;
  let quietUntil: DateTime<true> | undefined;

  async function plan(calendar: CalendarSnapshot) {
    const now = clock.now();
    const posts = await ledger.posted(now);
    const wants = await wantsOf(tools.subscriptions, tools.namesFor);
    const due = await duePersonal(calendar, posts, wants, tools, now);
    return { now, posts, wants, due };
  }

  return {
    isDue: async (calendar) => (await plan(calendar)).due.length > 0,

    async keep(calendar) {
      if (quietUntil && clock.now() < quietUntil) return false;
      const { now, posts, wants, due } = await plan(calendar);
      await noteCancellations(calendar, posts, wants, tools, now);
      const dueKeys = new Set(due.map(({ key }) => key));
      const waiting = (await ledger.pending(now)).filter(({ key }) => !dueKeys.has(key));
      const turns = [
        ...due.map((reminder) => turnToRemind(reminder, calendar, tools)),
        ...waiting.map((post) => turnAt(post, calendar, tools)),
      ];
      let made = 0;
      for (const { key, userId, make } of turns) {
        if (stopping?.aborted) return false;
        if (made === MAX_PER_RUN) return true;
        const turn = await guarded(key, tools, make);
        // One that waits for another try must not keep those behind it waiting.
        if (turn.kind === 'taken') continue;
        made += 1;
        if (turn.kind === 'gone') await dropPerson(userId, tools);
        if (turn.kind === 'wait') {
          quietUntil = turn.until;
          return false;
        }
        await tools.wait(PACE_MS);
      }
      if (made === 0) await correctSome(calendar, posts, tools);
      return false;
    },
  };
}

/** What is due and not out already under an event that the meeting continues. */
async function duePersonal(
  calendar: CalendarSnapshot,
  posts: readonly PostedMessage[],
  wants: readonly Want[],
  { ledger }: PersonalTools,
  now: DateTime<true>,
): Promise<DuePersonal[]> {
  if (wants.length === 0) return [];
  const due = planPersonal(wants, calendar.meetings, await ledger.settledAhead(now), now);
  const theirs = Map.groupBy(posts, ({ recipient }) => recipient);
  return due.filter((one) => !isAlreadyReminded(one, theirs.get(one.userId) ?? [], calendar));
}

/** Who got a reminder, and still wants them, hears that the meeting does not take place. */
async function noteCancellations(
  calendar: CalendarSnapshot,
  posts: readonly PostedMessage[],
  wants: readonly Want[],
  { ledger }: PersonalTools,
  now: DateTime<true>,
): Promise<void> {
  const wanting = new Set(wants.map(({ userId }) => userId));
  for (const [userId = '', theirs] of Map.groupBy(posts, ({ recipient }) => recipient)) {
    if (!wanting.has(userId)) continue;
    for (const cancellation of cancelledAfterReminder(theirs, calendar, now)) {
      const key = personalKey(userId, cancellation.key);
      const addressee = { channel: userId, recipient: userId };
      await ledger.enqueue(noticeOf({ ...cancellation, key }, addressee, calendar.readAt), now);
    }
  }
}

interface PersonalTurn {
  readonly key: string;
  readonly userId: string;
  readonly make: () => Promise<Turn>;
}

function turnAt(post: PlannedPost, calendar: CalendarSnapshot, tools: PersonalTools): PersonalTurn {
  const { key, recipient = '' } = post;
  return { key, userId: recipient, make: () => attend(post, calendar, tools.zone, tools) };
}

function turnToRemind(
  reminder: DuePersonal,
  calendar: CalendarSnapshot,
  tools: PersonalTools,
): PersonalTurn {
  const { key, userId } = reminder;
  const addressee = { channel: userId, recipient: userId };
  const make = () => remind(reminder, addressee, calendar, tools.zone, tools);
  return { key, userId, make };
}

async function dropPerson(userId: string, { subscriptions, logger }: PersonalTools): Promise<void> {
  await subscriptions.forget(userId);
  logger.info('someone who is gone gets no more reminders');
}

/** Edits are of use to whoever looks again, so they wait until nothing is due. */
async function correctSome(
  calendar: CalendarSnapshot,
  posts: readonly PostedMessage[],
  tools: PersonalTools,
): Promise<void> {
  const corrections = planCorrections(posts, calendar, tools.clock.now()).slice(0, MAX_EDITS);
  for (const correction of corrections) {
    if (tools.stopping?.aborted) return;
    await guarded(correction.post.key, tools, () =>
      correct(correction, calendar, tools.zone, tools),
    );
    await tools.wait(EDIT_PACE_MS);
  }
}
