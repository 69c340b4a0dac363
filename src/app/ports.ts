import type { DateTime } from 'luxon';

/** Which alerts went out to the operator. */
export interface Alerts {
  /** True for the first to claim an alert of this name. */
  claim(name: string, now: DateTime<true>): Promise<boolean>;
  /** Forgets alerts from before. */
  prune(before: DateTime<true>): Promise<void>;
}
