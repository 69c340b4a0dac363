import type { DateTime } from 'luxon';
import type { PostedMessage } from '../reminders/corrections.ts';
import type { LeadTimes } from '../reminders/lead-times.ts';

/** What commands may ask of the reminders. */
export interface ReminderRecord {
  readonly leads: LeadTimes;
  /** Keys of what is settled for meetings that begin after `now`. */
  settledAhead(now: DateTime<true>): Promise<ReadonlySet<string>>;
  /** Messages about meetings that began after `since` or have not begun, by start. */
  posted(since: DateTime<true>): Promise<readonly PostedMessage[]>;
  /** Address of a message in Slack. */
  permalink(channel: string, ts: string): string;
}
