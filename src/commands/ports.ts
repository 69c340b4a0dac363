import type { DateTime } from 'luxon';
import type { MessageRef, PostedMessage } from '../reminders/post.ts';
import type { UpcomingReminder } from '../reminders/upcoming-reminders.ts';

/** What commands may ask of the channel's reminders. */
export interface ChannelReminders {
  /** Those that come next. */
  upcoming(): Promise<readonly UpcomingReminder[]>;
  /** Messages about meetings that began after `since` or have not begun, by start. */
  posted(since: DateTime<true>): Promise<readonly PostedMessage[]>;
  /** Address of a message in Slack. */
  permalink(at: MessageRef): string;
}
