import type { DateTime } from 'luxon';

// Long enough for Slack to process a request whose response was lost, before Slack is searched.
const MIN_RETRY_SECONDS = 30;
const MAX_RETRY_SECONDS = 120;

/** When to retry what failed at `now`: later with each attempt, with jitter. */
export function retryTime(
  attempts: number,
  { random }: { readonly random: () => number },
  now: DateTime<true>,
  maxSeconds = MAX_RETRY_SECONDS,
): DateTime<true> {
  const seconds = Math.min(MIN_RETRY_SECONDS * 2 ** (attempts - 1), maxSeconds);
  return now.plus({ seconds: seconds + random() * (seconds / 2) });
}
