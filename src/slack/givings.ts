import type { webApi } from '@slack/bolt';
import { hasFeedbackButtons, withoutFeedbackButtons } from '../feedback/feedback-buttons.ts';
import type { Message } from '../messages/message.ts';
import type { PostOutcome } from '../reminders/ports.ts';
import type { MessageRef } from '../reminders/post.ts';
import type { AskedMessage } from './asked-message.ts';
import { contentOf } from './content.ts';
import { failedPost, slackErrorOf } from './failure.ts';
import { answerMetadata, findAnswer } from './find-answer.ts';
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
  const metadata = answerMetadata(asked, question, groupId);
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
    give: () => firstFit(message, post),
    whenUnknown: () => findAnswer(client, asked, threadTs, metadata, botUserId),
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
      firstFit(message, (content) =>
        outcomeOf(channel, () => client.chat.update({ channel, ts, ...contentOf(content) })),
      ),
  };
}

/** Gives a message, or the fullest form of it that Slack takes: the text alone still says all that matters. */
async function firstFit(
  message: Message,
  give: (content: Message) => Promise<PostOutcome>,
): Promise<PostOutcome> {
  const outcome = await give(message);
  if (outcome.kind !== 'unfit' || message.blocks.length === 0) return outcome;
  const plainer = hasFeedbackButtons(message)
    ? withoutFeedbackButtons(message)
    : { text: message.text, blocks: [] };
  return firstFit(plainer, give);
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
