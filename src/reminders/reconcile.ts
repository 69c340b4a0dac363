import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { Audience } from './audience.ts';
import type { Correction } from './corrections.ts';
import { type Delivery, DONE } from './deliver.ts';
import { DELIVERY, type Destination } from './destination.ts';
import type { PlannedPost } from './post.ts';
import { isAnyDue, type Survey, survey } from './survey.ts';
import { correct, remind, retry, type TurnTools } from './turns.ts';

export interface ReconcileTools extends TurnTools {
  /** Waits that many milliseconds, or returns at once when the bot stops. */
  wait(ms: number): Promise<void>;
}

/** Keeps what one audience was told in line with the calendar. */
export interface Reconciler {
  /** Whether a reminder is due. */
  isDue(snapshot: CalendarSnapshot): Promise<boolean>;
  /**
   * Edits what is no longer true, tells of cancellations, posts what is due, and settles what was
   * left unsettled. `more` when there is more to do at once.
   */
  reconcile(snapshot: CalendarSnapshot): Promise<'done' | 'more'>;
}

/** One thing to do for one post. */
interface Turn {
  readonly key: string;
  readonly destination: Destination;
  readonly take: () => Promise<Delivery>;
}

/** The one engine, for a channel and for people alike. */
export function reconciler(audience: Audience, tools: ReconcileTools): Reconciler {
  const { ledger, clock } = tools;
  const policy = DELIVERY[audience.kind];
  let quietUntil: DateTime<true> | undefined;

  async function plan(snapshot: CalendarSnapshot) {
    const found = await survey(audience, snapshot, ledger, clock.now());
    return { ...found, corrections: found.corrections.slice(0, policy.maxEditsPerRun) };
  }

  async function edit(corrections: readonly Correction[], snapshot: CalendarSnapshot) {
    for (const correction of corrections) {
      if (tools.stopping.aborted) return;
      await guarded(correction.post.key, tools, () => correct(correction, snapshot, tools));
      await pause(policy.editPaceMs, tools);
    }
  }

  async function turnsFor(due: Survey['due'], snapshot: CalendarSnapshot): Promise<Turn[]> {
    const falling = due.map((reminder) => ({
      ...reminder,
      take: () => remind(reminder, snapshot, tools),
    }));
    const keys = new Set(due.map(({ key }) => key));
    const pending = await ledger.pending(clock.now());
    const waiting = pending
      .filter(({ key }) => !keys.has(key))
      .map((post: PlannedPost) => ({ ...post, take: () => retry(post, snapshot, tools) }));
    return policy.first === 'due' ? [...falling, ...waiting] : [...waiting, ...falling];
  }

  async function post(turns: readonly Turn[]): Promise<'done' | 'idle' | 'more'> {
    let made = 0;
    for (const { key, destination, take } of turns) {
      if (tools.stopping.aborted) return 'done';
      if (made >= policy.maxPostsPerRun) return 'more';
      const delivery = await guarded(key, tools, take);
      // One that waits for another try must not keep those behind it waiting.
      if (delivery.kind === 'taken') continue;
      made += 1;
      if (delivery.kind === 'gone') {
        await audience.drop(destination);
        tools.journal.info({}, 'someone who is gone gets no more reminders');
      }
      if (delivery.kind === 'wait') {
        quietUntil = delivery.until;
        return 'done';
      }
      await pause(policy.paceMs, tools);
    }
    return made === 0 ? 'idle' : 'done';
  }

  return {
    isDue: (snapshot) => isAnyDue(audience, snapshot, ledger, clock.now()),

    async reconcile(snapshot) {
      const { due, corrections, notices } = await plan(snapshot);
      if (policy.edits === 'before posts') await edit(corrections, snapshot);
      await ledger.enqueue(notices, clock.now());
      if (quietUntil && clock.now() < quietUntil) return 'done';
      const outcome = await post(await turnsFor(due, snapshot));
      if (outcome === 'idle' && policy.edits === 'when nothing is due') {
        await edit(corrections, snapshot);
      }
      return outcome === 'more' ? 'more' : 'done';
    },
  };
}

async function pause(ms: number, { wait }: ReconcileTools): Promise<void> {
  if (ms > 0) await wait(ms);
}

/** One post's fault must not keep the others back; its claim stays with its lease. */
async function guarded(
  key: string,
  { journal }: TurnTools,
  work: () => Promise<Delivery>,
): Promise<Delivery> {
  try {
    return await work();
  } catch (error) {
    journal.error({ err: error, key }, 'post failed');
    return DONE;
  }
}
