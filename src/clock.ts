import type { DateTime } from 'luxon';

/** The time. Read once at the edge; everything inside is given `now`. */
export interface Clock {
  now(): DateTime<true>;
}
