import type { DateTime } from 'luxon';
import type { MessageRef, PostedMessage } from '../reminders/post.ts';
import type { PersonalSubscription } from '../reminders/subscription.ts';
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

/** Which group each person chose, where there are several. */
export interface GroupChoices {
  /** The ID of the group; it may be one that there is no more. */
  of(userId: string): Promise<string | undefined>;
  choose(userId: string, groupId: string, now: DateTime<true>): Promise<void>;
  forget(userId: string): Promise<void>;
}

/** What the bot has about one person, over all groups. */
export interface PersonalData {
  /** What they want to be reminded of, by the name of the group; groups without any are left out. */
  reminders(userId: string): Promise<readonly GroupReminders[]>;
  /** The name of the group that they chose. */
  chosenGroup(userId: string): Promise<string | undefined>;
  /** Deletes all of it. */
  forget(userId: string): Promise<void>;
}

export interface GroupReminders {
  readonly groupName: string;
  readonly wanted: readonly PersonalSubscription[];
}
