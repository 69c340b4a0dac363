import type { DateTime } from 'luxon';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { KeptMessage } from './kept-messages.ts';

/** What a flow works from. */
export interface FlowInput {
  readonly now: DateTime<true>;
  readonly snapshot: CalendarSnapshot;
}

/**
 * One of the organizers' procedures. On each run it says what its messages should say, from the calendar and
 * from what it has stored: nothing depends on a run having happened before.
 */
export interface Flow {
  /** As the log names it. */
  readonly name: string;
  wanted(input: FlowInput): Promise<readonly KeptMessage[]>;
}
