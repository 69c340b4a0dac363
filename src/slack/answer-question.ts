import type { webApi } from '@slack/bolt';
import type { Clock } from '../clock.ts';
import type { Answer } from '../commands/answer.ts';
import type { Group } from '../group/schema.ts';
import type { Message } from '../messages/message.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { AskedMessage } from './asked-message.ts';
import {
  editedAnswer,
  type GivingTools,
  privateAnswer,
  publicAnswer,
  reaction,
} from './givings.ts';
import { type Giving, type Pause, persist } from './persist.ts';
import type { AnsweredQuestions, Handled, HandleRequest } from './ports.ts';
import { recentAnswers } from './recent-answers.ts';

export interface QuestionTools {
  /** Must not retry: an answer whose receipt was lost would come twice. */
  readonly client: webApi.WebClient;
  readonly group: Pick<Group, 'id'>;
  readonly handle: HandleRequest;
  readonly answers: AnsweredQuestions;
  readonly clock: Clock;
  readonly permalink: (at: MessageRef) => string;
  readonly pause: Pause;
}

/** A question that was taken up. */
interface TakenUp {
  readonly asked: AskedMessage;
  /** The message that asks, or its edit: each is answered once. */
  readonly question: MessageRef;
  /** Somebody who is gone may have answered it. */
  readonly isUnsettled: boolean;
  readonly botUserId: string | undefined;
}

/** Answers a message, once over all its deliveries and edits. */
export function questionAnswerer(tools: QuestionTools) {
  const { client, group, handle, answers, clock, permalink, pause } = tools;
  const recent = recentAnswers(permalink);

  async function give(giving: Giving, { question, isUnsettled }: TakenUp, { logger }: Handled) {
    const given = await persist(giving, isUnsettled, async (ms) => {
      await answers.hold(question, clock.now());
      return pause(ms);
    });
    if (given.kind === 'given') return given.ts;
    const { reason, advice } = given;
    logger.error({ reason, advice }, 'answer not posted');
    return undefined;
  }

  async function answer(taken: TakenUp): Promise<void> {
    const { asked, question, botUserId } = taken;
    const { text, userId, channel: channelId, via } = asked;
    const conversation = conversationOf(asked);
    const handled = await handle({ asked: text, userId, channelId, conversation, via });
    const { answer } = handled;
    const message = recent.briefer(asked, answer, clock.now());
    const earlier = asked.editTs === undefined ? undefined : await answers.replyTo(asked);
    const tools = { client, groupId: group.id, botUserId };
    const giving = givingOf(taken, answer, message, earlier, tools);
    const ts = giving && (await give(giving, taken, handled));
    const isToStay = answer.kind !== 'reaction' && !isForAskerAlone(asked, answer);
    const replyTs = isToStay ? (ts ?? earlier) : earlier;
    await answers.record(question, replyTs, clock.now());
    if (asked.editTs !== undefined) await answers.record(asked, replyTs, clock.now());
    if (isToStay && ts !== undefined && message === answer.message) {
      recent.remember(asked, answer, ts, clock.now());
    }
  }

  return async (asked: AskedMessage, botUserId: string | undefined): Promise<void> => {
    const question = questionOf(asked);
    const claim = await answers.claim(question, clock.now());
    if (claim === 'taken') return;
    await answer({ asked, question, isUnsettled: claim === 'unsettled', botUserId });
  };
}

/** The way to give an answer; undefined where an earlier one stays as it is. */
function givingOf(
  { asked, question }: TakenUp,
  answer: Answer,
  message: Message,
  earlier: string | undefined,
  tools: GivingTools,
): Giving | undefined {
  if (isForAskerAlone(asked, answer)) return privateAnswer(asked, message, tools);
  if (answer.kind === 'reaction') {
    return earlier === undefined ? reaction(asked, answer.emoji, tools) : undefined;
  }
  return earlier === undefined
    ? publicAnswer(asked, question, message, tools)
    : editedAnswer(asked, earlier, answer.message, tools);
}

/** Where a question may follow on another: the thread of the answer, or else the direct messages. */
function conversationOf({ channel, ts, threadTs, via }: AskedMessage): string {
  const thread = threadTs ?? (via === 'mention' ? ts : undefined);
  return thread === undefined ? channel : `${channel} ${thread}`;
}

/** What is private stays so also where others read. */
function isForAskerAlone({ via }: AskedMessage, { kind }: Answer): boolean {
  return via === 'mention' && kind === 'private';
}

/** Each edit may ask something new. */
function questionOf({ channel, ts, editTs }: AskedMessage): MessageRef {
  return { channel, ts: editTs === undefined ? ts : `${ts} edited ${editTs}` };
}
