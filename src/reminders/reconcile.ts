import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { Audience } from './audience.ts';
import type { Correction } from './corrections.ts';
import { DELIVERY } from './destination.ts';
import { noticeTime } from './notices.ts';
import type { PlannedPost } from './post.ts';
import { isAnyDue, type Survey, survey } from './survey.ts';
import { guarded, type PacedTools, type Turn, turnTaker } from './take-turns.ts';
import { correct, remind, retry } from './turns.ts';

export type ReconcileTools = PacedTools;

/** Keeps one audience's messages in line with the calendar. */
export interface Reconciler {
  /** Whether a reminder is due. */
  isDue(snapshot: CalendarSnapshot): Promise<boolean>;
  /**
   * Edits what is no longer true, announces cancellations and moves, posts what is due, and settles what
   * was left unsettled. `more` if there is more to do right away.
   */
  reconcile(snapshot: CalendarSnapshot): Promise<'done' | 'more'>;
}

/** The one engine, for channels and people alike. */
export function reconciler(audience: Audience, tools: ReconcileTools): Reconciler {
  const { ledger, clock } = tools;
  const policy = DELIVERY[audience.kind];
  const takeTurns = turnTaker(audience, tools);

  async function enqueue(notices: readonly PlannedPost[]): Promise<void> {
    const now = clock.now();
    const queued = notices.map((post) => ({ post, notBefore: noticeTime(post, now) }));
    await ledger.enqueue(queued, now);
  }

  async function edit(corrections: readonly Correction[], snapshot: CalendarSnapshot) {
    for (const correction of corrections.slice(0, policy.maxEditsPerRun)) {
      if (tools.stopping.aborted) return;
      const edited = await guarded(correction.post.key, tools, () =>
        correct(correction, snapshot, tools),
      );
      if (edited.kind === 'wait') return;
      if (policy.editPaceMs > 0) await tools.wait(policy.editPaceMs);
    }
  }

  async function turnsFor(due: Survey['due'], snapshot: CalendarSnapshot): Promise<Turn[]> {
    const falling = due.map((reminder) => ({
      ...reminder,
      take: () => remind(reminder, snapshot, tools),
    }));
    const keys = new Set(due.map(({ key }) => key));
    const waiting = (await ledger.pending(clock.now()))
      .filter(({ key }) => !keys.has(key))
      .map((post) => ({ ...post, take: () => retry(post, snapshot, tools) }));
    return policy.first === 'due' ? [...falling, ...waiting] : [...waiting, ...falling];
  }

  return {
    isDue: (snapshot) => isAnyDue(audience, snapshot, ledger, clock.now()),

    async reconcile(snapshot) {
      const { due, corrections, notices } = await survey(audience, snapshot, ledger, clock.now());
      // Before the edits: what a message said before its edit shows that a notice is due.
      await enqueue(notices);
      if (policy.edits === 'before posts') await edit(corrections, snapshot);
      const progress = await takeTurns(await turnsFor(due, snapshot));
      if (progress === 'idle' && policy.edits === 'when nothing is due') {
        await edit(corrections, snapshot);
      }
      return progress === 'more' ? 'more' : 'done';
    },
  };
}
