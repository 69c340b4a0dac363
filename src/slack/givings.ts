import { createHash } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Message } from '../messages/message.ts';
import type { Lookup, PostMetadata, PostOutcome } from '../reminders/ports.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { AskedMessage } from './asked-message.ts';
import { contentOf } from './content.ts';
import { failedCall, failedPost, slackErrorOf } from './failure.ts';
import { findInHistory, findInThread } from './find-in-history.ts';
import type { Giving } from './persist.ts';
import { labelled } from './post-label.ts';

export interface GivingTools {
  /** Must not retry: an answer whose receipt was lost would come twice. */
  readonly client: webApi.WebClient;
  readonly groupId: string;
  readonly botUserId: string | undefined;
}

/** Where an answer to a message stands: in its thread, but in direct messages right below it. */
function threadOf({ via, threadTs, ts }: AskedMessage): string | undefined {
  return via === 'mention' ? (threadTs ?? ts) : threadTs;
}

/** A message that all in the conversation read. `question` names the message that it answers, or its edit. */
export function publicAnswer(
  asked: AskedMessage,
  question: MessageRef,
  message: Message,
  { client, groupId, botUserId }: GivingTools,
): Giving {
  const { channel } = asked;
  const threadTs = threadOf(asked);
  const metadata = metadataOf(asked, question, groupId);
  const post = (content: Message) =>
    outcomeOf(channel, () =>
      client.chat.postMessage({
        channel,
        ...(threadTs !== undefined && { thread_ts: threadTs }),
        ...labelled(content, metadata),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
  return {
    async give() {
      const outcome = await post(message);
      // The text alone still says all that matters.
      return outcome.kind === 'unfit' ? post({ text: message.text, blocks: [] }) : outcome;
    },
    async whenUnknown() {
      try {
        const found =
          threadTs === undefined
            ? await findInHistory(client, channel, metadata, timeOf(asked), botUserId)
            : await findInThread(client, { channel, ts: threadTs }, metadata, botUserId);
        return lookupOf(channel, found);
      } catch (error) {
        return failedCall(error);
      }
    },
  };
}

/** A message that the asker alone sees. Slack keeps no record of it in which it could be found. */
export function privateAnswer(
  { channel, userId, threadTs }: AskedMessage,
  message: Message,
  { client }: GivingTools,
): Giving {
  return {
    whenUnknown: 'leave',
    give: () =>
      outcomeOf(channel, async () => {
        // In a thread that is none yet nobody would see it.
        // https://docs.slack.dev/reference/methods/chat.postEphemeral
        const thread = threadTs !== undefined && { thread_ts: threadTs };
        const content = contentOf(message);
        const { message_ts } = await client.chat.postEphemeral({
          channel,
          user: userId,
          ...thread,
          ...content,
        });
        return { ts: message_ts };
      }),
  };
}

/** An emoji in place of a message that nobody needs. */
export function reaction(
  { channel, ts }: AskedMessage,
  emoji: string,
  { client }: GivingTools,
): Giving {
  return {
    whenUnknown: 'repeat',
    give: () =>
      outcomeOf(channel, async () => {
        try {
          await client.reactions.add({ channel, timestamp: ts, name: emoji });
        } catch (error) {
          if (slackErrorOf(error) !== 'already_reacted') throw error;
        }
        return { ts };
      }),
  };
}

/** An answer that was given, to a question that has changed since. */
export function editedAnswer(
  { channel }: AskedMessage,
  ts: string,
  message: Message,
  { client }: GivingTools,
): Giving {
  return {
    whenUnknown: 'repeat',
    give: () =>
      outcomeOf(channel, () => client.chat.update({ channel, ts, ...contentOf(message) })),
  };
}

async function outcomeOf(
  channel: string,
  call: () => Promise<{ readonly ts?: string | undefined }>,
): Promise<PostOutcome> {
  try {
    const { ts } = await call();
    return ts === undefined
      ? { kind: 'unknown', reason: 'an answer without the id of the message' }
      : { kind: 'posted', channel, ts };
  } catch (error) {
    return failedPost(error);
  }
}

function metadataOf(
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

/** When a message was written, by Slack's clock. */
function timeOf({ ts }: AskedMessage): DateTime<true> {
  const at = DateTime.fromSeconds(Number.parseFloat(ts));
  if (!at.isValid) throw new Error('a message without a time');
  return at;
}

function lookupOf(channel: string, found: Awaited<ReturnType<typeof findInThread>>): Lookup {
  switch (found.kind) {
    case 'found':
      return { kind: 'found', channel, ts: found.ts };
    case 'not there':
      return found;
    case 'too much to read':
      return { kind: 'try again', reason: 'the history is too long to be read' };
  }
}
