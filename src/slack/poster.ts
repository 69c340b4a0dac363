import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../messages/message.ts';
import type { Poster, PostLabel, PostOutcome } from '../reminders/ports.ts';
import { contentOf } from './content.ts';
import { failedCall, failedPost, mayMeanGone, meansGone } from './failure.ts';

/** Under this type Slack keeps a post's key in the message's metadata. */
const METADATA_TYPE = 'wg_serving_post';

const keyed = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(METADATA_TYPE),
    event_payload: z.object({ key: z.string() }),
  }),
});

const HISTORY_PAGE = 200;

/**
 * Posts through `chat.postMessage`. `client` must not retry by itself: a retry after a lost answer
 * posts twice.
 */
export function slackPoster(client: webApi.WebClient): Poster {
  return {
    async post(channel, message, label) {
      try {
        return await postOnce(client, channel, message, label);
      } catch (error) {
        return isPerson(channel)
          ? failedDirect(error, client, channel, message, label)
          : failedPost(error);
      }
    },

    async edit(channel, ts, message, label) {
      try {
        await client.chat.update({ channel, ts, ...labelled(message, label) });
        return { kind: 'edited' };
      } catch (error) {
        return failedCall(error);
      }
    },

    async find(channel, key, since) {
      try {
        const place = isPerson(channel) ? await directChannel(client, channel) : channel;
        const ts = await findInHistory(client, place, key, String(since.toSeconds()));
        return ts === undefined ? { kind: 'not there' } : { kind: 'found', channel: place, ts };
      } catch (error) {
        // Whoever is gone has no message, and the post will find out that they are.
        if (isPerson(channel) && meansGone(error)) return { kind: 'not there' };
        return failedCall(error);
      }
    },
  };
}

async function postOnce(
  client: webApi.WebClient,
  channel: string,
  message: Message,
  label: PostLabel,
): Promise<PostOutcome> {
  const { ts, channel: place } = await client.chat.postMessage({
    channel,
    ...labelled(message, label),
    unfurl_links: false,
    unfurl_media: false,
  });
  return ts === undefined
    ? { kind: 'unknown', reason: 'an answer without the id of the message' }
    : { kind: 'posted', ts, channel: place ?? channel };
}

/**
 * What a failed direct message tells. Slack may not know the conversation by the member's id before
 * it was opened; whoever can't be opened is gone.
 */
async function failedDirect(
  error: unknown,
  client: webApi.WebClient,
  userId: string,
  message: Message,
  label: PostLabel,
): Promise<PostOutcome> {
  if (!mayMeanGone(error)) return failedPost(error);
  try {
    const channel = await directChannel(client, userId);
    return await postOnce(client, channel, message, label);
  } catch (second) {
    return meansGone(second) ? { kind: 'gone' } : failedPost(second);
  }
}

/** A member's id stands for the direct messages with that member. */
function isPerson(channel: string): boolean {
  return /^[UW]/.test(channel);
}

async function directChannel(client: webApi.WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error('Slack opened a conversation without an id.');
  return channel.id;
}

function labelled(message: Message, { key, kind, meetingId }: PostLabel) {
  return {
    ...contentOf(message),
    metadata: {
      event_type: METADATA_TYPE,
      event_payload: { key, ...(kind && { kind }), ...(meetingId && { meeting_id: meetingId }) },
    },
  };
}

async function findInHistory(
  client: webApi.WebClient,
  channel: string,
  key: string,
  oldest: string,
): Promise<string | undefined> {
  let cursor: string | undefined;
  do {
    const page = await client.conversations.history({
      channel,
      oldest,
      limit: HISTORY_PAGE,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    });
    const found = (page.messages ?? [])
      .flatMap((message) => keyed.safeParse(message).data ?? [])
      .find(({ metadata }) => metadata.event_payload.key === key);
    if (found) return found.ts;
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return undefined;
}
