import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { SetupError } from '../errors.ts';
import { findingLine } from '../findings.ts';
import { connectionFailure, startProblem, type TokenSetting } from './start-problems.ts';

/** Time as it passes, whatever the clock is set to. */
export interface Time {
  /** Milliseconds since some moment. */
  elapsedMs(): number;
  /** Resolves after `ms`, or as soon as the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const REAL_TIME: Time = {
  elapsedMs: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
};

interface Attempt {
  /** The token that the call shows to Slack. */
  readonly setting: TokenSetting;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly time: Time;
}

// A network may come up a moment after the bot, as behind a proxy in the same pod.
const MAX_START_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const NEVER = new AbortController().signal;

/**
 * Makes the first call of its kind, again for a while when Slack is out of reach. Fails with
 * SetupError, which names the setting that is to blame.
 */
export async function retryAtStart<T>(call: () => Promise<T>, attempt: Attempt): Promise<T> {
  const { setting, apiUrl, logger, time } = attempt;
  const begin = time.elapsedMs();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    try {
      return await call();
    } catch (error) {
      const failure = connectionFailure(error, setting);
      const problem = findingLine(startProblem(failure, setting, apiUrl));
      const late = time.elapsedMs() - begin + pauseMs > MAX_START_MS;
      if (failure.kind === 'refused' || late) throw new SetupError([problem]);
      logger.warn({ problem }, 'Slack is out of reach; it is tried again');
      await time.wait(pauseMs, NEVER);
    }
  }
}
