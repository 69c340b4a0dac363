import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { CommandContext, Invocation } from '../commands/command.ts';
import type { Answer } from '../commands/dispatch.ts';
import type { MessageRef } from '../reminders/post.ts';

/** Who asked what, and by which way. */
export interface Request {
  /** What someone typed, or what a press stands for. */
  readonly asked: string | Invocation;
  readonly userId: string;
  readonly via: 'slash' | 'mention' | 'direct message' | 'share' | 'home';
}

/** The answer to a request, and the logger whose lines carry its id. */
export interface Handled {
  readonly answer: Answer;
  readonly logger: Logger;
}

/** Answers a request in every case; never fails. */
export type HandleRequest = (request: Request) => Promise<Handled>;

/** What commands know when someone asks at this moment. */
export type ContextFor = (userId: string) => CommandContext;

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
