import type { DateTime } from 'luxon';
import type { CalendarSource } from './ports.ts';
import type { CalendarSnapshot } from './snapshot.ts';

// Somewhat less than the readings of one group are apart twice, so that every second one reads anew.
const FRESH_FOR = { minutes: 9 };
const FAILED_FOR = { minutes: 1 };

/** Reads a calendar as it is now, or was some minutes ago. Fails as its source does. */
export type SharedReading = (now: DateTime<true>) => Promise<CalendarSnapshot>;

/** Reads a calendar for all who ask within some minutes; a failure is shared for a shorter time. */
export function sharedReading(source: CalendarSource): SharedReading {
  let last: CalendarSnapshot | undefined;
  let shared:
    | {
        readonly until: DateTime<true>;
        readonly since: DateTime<true>;
        readonly reading: Promise<CalendarSnapshot>;
      }
    | undefined;

  return (now) => {
    if (shared && now >= shared.since && now < shared.until) return shared.reading;
    const reading = source.read(now, last?.meetings ?? []);
    const mine = { since: now, until: now.plus(FRESH_FOR), reading };
    shared = mine;
    reading.then(
      (snapshot) => {
        last = snapshot;
      },
      () => {
        if (shared === mine) shared = { ...mine, until: now.plus(FAILED_FOR) };
      },
    );
    return reading;
  };
}
