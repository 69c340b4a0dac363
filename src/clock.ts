import type { DateTime } from 'luxon';

/** The time. Read once at the edge; everything within takes `now`. */
export interface Clock {
  now(): DateTime<true>;
}
