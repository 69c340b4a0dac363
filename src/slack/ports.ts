import type { DateTime } from 'luxon';
import type { MessageRef } from '../reminders/post.ts';

/** Which messages of people were answered, and where. */
export interface AnsweredQuestions {
  /** True for the first to take up a question. */
  claim(question: MessageRef, now: DateTime<true>): Promise<boolean>;
  /** Notes the answer; its message id is absent where nobody knows it. */
  record(question: MessageRef, replyTs: string | undefined, now: DateTime<true>): Promise<void>;
  /** Message id of the answer. */
  replyTo(question: MessageRef): Promise<string | undefined>;
  /** Forgets questions from before. */
  prune(before: DateTime<true>): Promise<void>;
}
