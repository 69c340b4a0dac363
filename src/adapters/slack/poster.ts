import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Poster } from '../../ports.ts';
import { failedPost } from './failure.ts';

/** Under this type Slack keeps a post's key in the message's metadata. */
export const METADATA_TYPE = 'wg_serving_post';

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
    async post(channel, { text, blocks }, { key, kind, meetingId }) {
      try {
        const { ts } = await client.chat.postMessage({
          channel,
          text,
          blocks: [...blocks],
          unfurl_links: false,
          unfurl_media: false,
          metadata: {
            event_type: METADATA_TYPE,
            event_payload: { key, kind, meeting_id: meetingId },
          },
        });
        return ts === undefined
          ? { kind: 'unknown', reason: 'an answer without the id of the message' }
          : { kind: 'posted', ts };
      } catch (error) {
        return failedPost(error);
      }
    },

    async findPosted(channel, key, since) {
      let cursor: string | undefined;
      do {
        const page = await client.conversations.history({
          channel,
          oldest: String(since.toSeconds()),
          limit: HISTORY_PAGE,
          include_all_metadata: true,
          ...(cursor && { cursor }),
        });
        for (const item of page.messages ?? []) {
          const message = keyed.safeParse(item).data;
          if (message?.metadata.event_payload.key === key) return message.ts;
        }
        cursor = page.response_metadata?.next_cursor;
      } while (cursor);
      return undefined;
    },
  };
}
