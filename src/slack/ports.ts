import type { Receiver } from '@slack/bolt';
import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Answer } from '../commands/answer.ts';
import type { CommandContext, Invocation, Place } from '../commands/command.ts';
import type { Block } from '../messages/message.ts';
import type { MessageRef } from '../reminders/post.ts';

/** Who asked what, and by which way. */
export interface Request {
  /** What someone typed, or what a press stands for. */
  readonly asked: string | Invocation;
  readonly userId: string;
  /** Where it was asked, as Slack says; absent outside of channels, as in the Home tab. */
  readonly channelId?: string | undefined;
  /** The group whose message or Home tab holds the button that was pressed, if it says so. */
  readonly groupId?: string | undefined;
  /** The thread in which a question may follow on another; absent where there is none. */
  readonly conversation?: string | undefined;
  readonly via: 'slash' | 'mention' | 'direct message' | 'button' | 'share' | 'home';
}

/** The answer to a request, and the logger whose lines carry its id. */
export interface Handled {
  readonly answer: Answer;
  readonly logger: Logger;
  /** The group that answered, for what is pressed in the answer; absent if there is only one. */
  readonly groupId?: string | undefined;
}

/** A request that was answered, in words that are few enough to count. */
export interface RequestSeen {
  readonly command: string;
  readonly via: Request['via'];
  /** `notice`: a mistake of the asker, or nothing was found. `failed`: an apology. */
  readonly outcome: 'answered' | 'notice' | 'failed';
  readonly seconds: number;
}

export type ObserveRequest = (seen: RequestSeen) => void;

/** `no answer`: from the network. `refused`: Slack named an error. */
export type CallOutcome =
  | 'ok'
  | 'refused'
  | 'rate limited'
  | 'HTTP error'
  | 'unreadable'
  | 'no answer';

/** Is told how a call of the Web API ended. */
export type ObserveCall = (method: string, outcome: CallOutcome) => void;

/** What receives from Slack, and whether it can just now. */
export interface WatchedReceiver extends Receiver {
  isConnected(): boolean;
}

/** Answers a request in every case; never fails. */
export type HandleRequest = (request: Request) => Promise<Handled>;

/** Who asks, where, and where the answer will appear. */
export interface Asking {
  readonly userId: string;
  readonly channelId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly conversation?: string | undefined;
  readonly place: Place;
}

/** What the Home tabs show, and of which group. */
export interface HomeSource {
  /** The group that someone sees; undefined while they have not chosen one. */
  groupOf(userId: string): Promise<string | undefined>;
  blocksFor(userId: string, groupId: string | undefined): Promise<readonly Block[]>;
  /** The same for as long as nothing in the group's calendar changes. */
  versionOf(groupId: string): unknown;
}

/** Remembers the group that someone chose. False if there is no such group. */
export type ChooseGroup = (userId: string, groupId: string) => Promise<boolean>;

/** What commands know when someone asks at this moment. */
export type ContextFor = (asking: Asking) => CommandContext;

/**
 * `claimed`: nobody else has taken the question up. `unsettled`: somebody has, and is gone: look for an
 * answer first. `taken`: it is answered, or somebody is at it.
 */
export type QuestionClaim = 'claimed' | 'unsettled' | 'taken';

/** Which messages of people were answered, and where. */
export interface AnsweredQuestions {
  /** Takes a question up. */
  claim(question: MessageRef, now: DateTime<true>): Promise<QuestionClaim>;
  /** Keeps a question that was taken up and is not answered yet. */
  hold(question: MessageRef, now: DateTime<true>): Promise<void>;
  /** Notes the answer; its message id is absent where nobody knows it. */
  record(question: MessageRef, replyTs: string | undefined, now: DateTime<true>): Promise<void>;
  /** Message id of the answer. */
  replyTo(question: MessageRef): Promise<string | undefined>;
  /** Forgets questions from before. */
  prune(before: DateTime<true>): Promise<void>;
}
