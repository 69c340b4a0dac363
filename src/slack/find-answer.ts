import { createHash } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Lookup, PostMetadata } from '../reminders/ports.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { AskedMessage } from './asked-message.ts';
import { failedCall } from './failure.ts';
import { findInHistory, findInThread } from './find-in-history.ts';

/** By what the answer to a question is known: a hash, which says neither who asked nor what. */
export function answerMetadata(
  { channel, userId, via }: AskedMessage,
  question: MessageRef,
  groupId: string,
): PostMetadata {
  const hash = createHash('sha256').update(`${question.channel} ${question.ts}`).digest('hex');
  const destination =
    via === 'mention'
      ? ({ kind: 'channel', channelId: channel } as const)
      : ({ kind: 'person', userId } as const);
  return { key: `answer/${hash}`, groupId, destination, kind: 'answer' };
}

/** Looks for an answer where it would stand: in the thread, or after the question. */
export async function findAnswer(
  client: webApi.WebClient,
  { channel, ts }: AskedMessage,
  threadTs: string | undefined,
  metadata: PostMetadata,
  botUserId: string | undefined,
): Promise<Lookup> {
  try {
    const found =
      threadTs === undefined
        ? await findInHistory(client, channel, metadata, timeOf(ts), botUserId)
        : await findInThread(client, { channel, ts: threadTs }, metadata, botUserId);
    switch (found.kind) {
      case 'found':
        return { kind: 'found', channel, ts: found.ts };
      case 'not there':
        return found;
      case 'too much to read':
        return { kind: 'try again', reason: 'the history is too long to be read' };
    }
  } catch (error) {
    return failedCall(error);
  }
}

/** When a message was written, by Slack's clock. */
function timeOf(ts: string): DateTime<true> {
  const at = DateTime.fromSeconds(Number.parseFloat(ts));
  if (!at.isValid) throw new Error('a message without a time');
  return at;
}
