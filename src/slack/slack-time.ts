import type { Clock } from '../clock.ts';

/** Hears how many milliseconds Slack's clock is ahead of this machine's; negative when it is behind. */
export type OnSkew = (skewMs: number) => void;

/** A `fetch` that compares this machine's clock with the `Date` of each of Slack's answers. */
export function fetchWithTime(
  onSkew: OnSkew,
  clock: Clock,
  fetchFrom: typeof fetch = fetch,
): typeof fetch {
  return async (input, init) => {
    const response = await fetchFrom(input, init);
    const slackTime = Date.parse(response.headers.get('date') ?? '');
    if (Number.isFinite(slackTime)) onSkew(slackTime - clock.now().toMillis());
    return response;
  };
}
