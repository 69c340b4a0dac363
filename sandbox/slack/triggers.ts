import { randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { Clock } from '../../src/clock.ts';

// https://docs.slack.dev/interactivity/handling-user-interaction/#triggers
const LIFETIME = { seconds: 3 };

/** The `trigger_id`s that were issued: each can open one modal, for a few seconds. */
export class Triggers {
  readonly #clock: Clock;
  readonly #issued = new Map<string, { userId: string; expires: DateTime }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(userId: string): string {
    const id = randomUUID();
    this.#issued.set(id, { userId, expires: this.#clock.now().plus(LIFETIME) });
    return id;
  }

  /** Whose trigger it is; `expired` or `unknown` if it can't be used. */
  use(id: string): { userId: string } | 'expired' | 'unknown' {
    const trigger = this.#issued.get(id);
    if (!trigger) return 'unknown';
    this.#issued.delete(id);
    return this.#clock.now() > trigger.expires ? 'expired' : trigger;
  }
}
