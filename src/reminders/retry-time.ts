import type { DateTime } from 'luxon';

// Long enough for Slack to carry out a request whose answer was lost, before it is asked.
const MIN_RETRY_SECONDS = 30;
const MAX_RETRY_SECONDS = 120;

/** When to try again what failed at `now`: later with each attempt, and never two in step. */
export function retryTime(
  attempts: number,
  { random }: { readonly random: () => number },
  now: DateTime<true>,
  maxSeconds = MAX_RETRY_SECONDS,
): DateTime<true> {
  const seconds = Math.min(MIN_RETRY_SECONDS * 2 ** (attempts - 1), maxSeconds);
  return now.plus({ seconds: seconds + random() * (seconds / 2) });
}
