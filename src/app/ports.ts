import type { DateTime } from 'luxon';

/** Which alerts were sent to the operator. */
export interface Alerts {
  /** True for the first caller to claim an alert of this name. */
  claim(name: string, now: DateTime<true>): Promise<boolean>;
  /** Deletes alerts from before `before`. */
  prune(before: DateTime<true>): Promise<void>;
}
