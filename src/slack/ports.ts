import type { DateTime } from 'luxon';
import type { MessagePlace } from '../reminders/ports.ts';

/** Which messages of people were answered, and where. */
export interface AnsweredQuestions {
  /** True for the first to take up a question. */
  claim(question: MessagePlace, now: DateTime<true>): Promise<boolean>;
  /** Notes the answer; an empty `replyTs` for one whose id nobody knows. */
  record(question: MessagePlace, replyTs: string, now: DateTime<true>): Promise<void>;
  /** Message id of the answer. */
  replyTo(question: MessagePlace): Promise<string | undefined>;
  /** Forgets questions from before. */
  prune(before: DateTime<true>): Promise<void>;
}
