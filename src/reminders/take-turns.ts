import type { DateTime } from 'luxon';
import type { Audience } from './audience.ts';
import { type Delivery, DONE } from './delivery.ts';
import { DELIVERY, type Destination } from './destination.ts';
import type { TurnTools } from './turns.ts';
import { unreachable } from './unreachable.ts';

// Longer than any delay before a refused post is tried again.
const MAX_QUIET = { minutes: 20 };

/** One thing to do for one post. */
export interface Turn {
  readonly key: string;
  readonly destination: Destination;
  readonly take: () => Promise<Delivery>;
}

export interface PacedTools extends TurnTools {
  /** Waits for this many milliseconds, or returns immediately when the bot stops. */
  wait(ms: number): Promise<void>;
}

/** How a series of turns ended. `more`: the calendar has to be checked again before the rest. */
export type Progress = 'idle' | 'done' | 'more';

/** Takes turns at an audience's pace, and obeys Slack about waiting and about unreachable people. */
export function turnTaker(audience: Audience, tools: PacedTools) {
  const { problems, journal, clock, stopping } = tools;
  const policy = DELIVERY[audience.kind];
  const outOfReach = unreachable();
  let quietUntil: DateTime<true> | undefined;

  /** Whether the turns after this one may continue. */
  async function heed(delivery: Delivery, destination: Destination): Promise<boolean> {
    switch (delivery.kind) {
      case 'done':
      case 'taken':
        return true;
      case 'posted':
        outOfReach.reached();
        return true;
      case 'wait':
        quietUntil = delivery.until;
        return false;
      case 'refused':
        // A refusal may be about one person; a channel has no other destinations after it.
        if (destination.kind === 'person' && !outOfReach.refused(destination)) return true;
        quietUntil = delivery.until;
        return false;
      case 'unreachable':
        return heedUnreachable(delivery, destination);
    }
  }

  async function heedUnreachable(
    { reason, until }: Extract<Delivery, { kind: 'unreachable' }>,
    destination: Destination,
  ): Promise<boolean> {
    switch (outOfReach.note(destination)) {
      case 'perhaps':
        return true;
      case 'gone':
        await audience.pause(destination, clock.now());
        journal.info({ reason }, 'someone can’t be reached: their reminders are paused');
        return true;
      case 'everybody':
        problems.report(
          'posting',
          `Slack says that several people in a row can’t be reached: ${reason}`,
          'Check that SLACK_BOT_TOKEN belongs to this workspace, and check the app’s settings. Nobody’s reminders are lost.',
          clock.now(),
        );
        quietUntil = until;
        return false;
    }
  }

  return async function takeTurns(turns: readonly Turn[]): Promise<Progress> {
    if (isQuiet(quietUntil, clock.now())) return 'done';
    let taken = 0;
    for (const { key, destination, take } of turns) {
      if (stopping.aborted) return 'done';
      if (taken >= policy.maxPostsPerRun) return 'more';
      const delivery = await guarded(key, tools, take);
      // A post waiting for a retry must not delay those after it.
      if (delivery.kind === 'taken') continue;
      taken += 1;
      if (!(await heed(delivery, destination))) return 'done';
      if (policy.paceMs > 0) await tools.wait(policy.paceMs);
    }
    return taken === 0 ? 'idle' : 'done';
  };
}

/** Whether Slack asked to wait beyond `now`. A longer wait than possible came from a wrong clock. */
function isQuiet(until: DateTime<true> | undefined, now: DateTime<true>): boolean {
  return until !== undefined && now < until && until <= now.plus(MAX_QUIET);
}

/** One failing post must not hold back the others; its claim stays until its lease ends. */
export async function guarded(
  key: string,
  { journal }: Pick<TurnTools, 'journal'>,
  work: () => Promise<Delivery>,
): Promise<Delivery> {
  try {
    return await work();
  } catch (error) {
    journal.error({ err: error, key }, 'post failed');
    return DONE;
  }
}
