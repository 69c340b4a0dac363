import type { Clock } from '../../src/clock.ts';

// The lowest reading of “several hundred messages per minute” per workspace.
// https://docs.slack.dev/apis/web-api/rate-limits
export const POSTS_A_MINUTE = 300;
const MINUTE_MS = 60_000;

/** How many messages the app may post in a workspace. */
export class PostRate {
  readonly #clock: Clock;
  readonly #most: number;
  #posted: number[] = [];

  constructor(clock: Clock, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  /** Counts a message; returns the seconds to wait if there were too many. */
  take(): number | undefined {
    const now = this.#clock.now().toMillis();
    this.#posted = this.#posted.filter((at) => at > now - MINUTE_MS);
    const [oldest] = this.#posted;
    if (this.#posted.length >= this.#most && oldest !== undefined) {
      return Math.ceil((oldest + MINUTE_MS - now) / 1000);
    }
    this.#posted.push(now);
    return undefined;
  }
}
