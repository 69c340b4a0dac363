import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../messages/message.ts';
import { type Destination, destinationId } from '../reminders/destination.ts';
import type { Poster, PostMetadata, PostOutcome } from '../reminders/ports.ts';
import { contentOf } from './content.ts';
import { failedCall, failedPost, mayMeanGone, meansGone } from './failure.ts';

/** Under this type Slack keeps a post's key in the message's metadata. */
const METADATA_TYPE = 'wg_serving_post';

const keyed = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(METADATA_TYPE),
    // Messages from before metadata named the group have none.
    event_payload: z.object({ key: z.string(), group: z.string().optional() }),
  }),
});

const HISTORY_PAGE = 200;

/**
 * Posts through `chat.postMessage`. `client` must not retry by itself: a retry after a lost answer
 * posts twice.
 */
export function slackPoster(client: webApi.WebClient): Poster {
  return {
    async post(message, metadata) {
      const { destination } = metadata;
      const content = labelled(message, metadata);
      try {
        return await postOnce(client, destinationId(destination), content);
      } catch (error) {
        return destination.kind === 'person'
          ? failedDirect(error, client, destination.userId, content)
          : failedPost(error);
      }
    },

    async edit({ channel, ts }, message, metadata) {
      try {
        await client.chat.update({ channel, ts, ...labelled(message, metadata) });
        return { kind: 'edited' };
      } catch (error) {
        return failedCall(error);
      }
    },

    async find(metadata, since) {
      const { destination } = metadata;
      try {
        const channel = await channelOf(client, destination);
        const ts = await findInHistory(client, channel, metadata, String(since.toSeconds()));
        return ts === undefined ? { kind: 'not there' } : { kind: 'found', channel, ts };
      } catch (error) {
        // Whoever is gone has no message, and the post will find out that they are.
        if (destination.kind === 'person' && meansGone(error)) return { kind: 'not there' };
        return failedCall(error);
      }
    },
  };
}

type Content = ReturnType<typeof labelled>;

async function postOnce(
  client: webApi.WebClient,
  channel: string,
  content: Content,
): Promise<PostOutcome> {
  const posted = await client.chat.postMessage({
    channel,
    ...content,
    unfurl_links: false,
    unfurl_media: false,
  });
  return posted.ts === undefined
    ? { kind: 'unknown', reason: 'an answer without the id of the message' }
    : { kind: 'posted', ts: posted.ts, channel: posted.channel ?? channel };
}

/**
 * What a failed direct message tells. Slack may not know the conversation by the member's id before
 * it was opened; whoever can't be opened is gone.
 */
async function failedDirect(
  error: unknown,
  client: webApi.WebClient,
  userId: string,
  content: Content,
): Promise<PostOutcome> {
  if (!mayMeanGone(error)) return failedPost(error);
  try {
    return await postOnce(client, await directChannel(client, userId), content);
  } catch (second) {
    return meansGone(second) ? { kind: 'gone' } : failedPost(second);
  }
}

async function channelOf(client: webApi.WebClient, destination: Destination): Promise<string> {
  switch (destination.kind) {
    case 'channel':
      return destination.channelId;
    case 'person':
      return directChannel(client, destination.userId);
  }
}

async function directChannel(client: webApi.WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error('Slack opened a conversation without an id.');
  return channel.id;
}

function labelled(message: Message, { key, groupId, destination, kind, meetingId }: PostMetadata) {
  return {
    ...contentOf(message),
    metadata: {
      event_type: METADATA_TYPE,
      event_payload: {
        key,
        group: groupId,
        destination: `${destination.kind}/${destinationId(destination)}`,
        kind,
        ...(meetingId !== undefined && { meeting_id: meetingId }),
      },
    },
  };
}

async function findInHistory(
  client: webApi.WebClient,
  channel: string,
  { key, groupId }: PostMetadata,
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
      .map(({ ts, metadata }) => ({ ts, ...metadata.event_payload }))
      .find((posted) => posted.key === key && (posted.group ?? groupId) === groupId);
    if (found) return found.ts;
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return undefined;
}
