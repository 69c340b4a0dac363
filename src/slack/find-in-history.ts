import type { webApi } from '@slack/bolt';
import type { DateTime } from 'luxon';
import type { MessageRef } from '../reminders/post.ts';
import { type Key, matchLabel } from './post-label.ts';

const HISTORY_PAGE = 200;
// Thousands of messages in a day; a cursor that goes in circles ends here too.
const MAX_PAGES = 25;
// Nobody's clock is trusted: the bot's may be wrong by hours, and may have been set since. A post is
// known by its key, so a wide window costs pages and can't mislead.
const LOOK_BACK = { hours: 25 };

export type Found =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'not there' }
  | { readonly kind: 'too much to read' };

/** Looks through a conversation for the bot's message with this key, posted around or after `since`. */
export function findInHistory(
  client: webApi.WebClient,
  channel: string,
  wanted: Key,
  since: DateTime<true>,
  botUserId: string | undefined,
): Promise<Found> {
  const oldest = String(since.minus(LOOK_BACK).toSeconds());
  return findIn(wanted, botUserId, (page) =>
    client.conversations.history({ channel, oldest, ...page }),
  );
}

/** Looks through the thread of a message for the bot's reply with this key. */
export function findInThread(
  client: webApi.WebClient,
  thread: MessageRef,
  wanted: Key,
  botUserId: string | undefined,
): Promise<Found> {
  return findIn(wanted, botUserId, (page) => client.conversations.replies({ ...thread, ...page }));
}

type ReadPage = (page: {
  readonly limit: number;
  readonly include_all_metadata: boolean;
  readonly cursor?: string;
}) => Promise<webApi.ConversationsHistoryResponse | webApi.ConversationsRepliesResponse>;

async function findIn(wanted: Key, botUserId: string | undefined, read: ReadPage): Promise<Found> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await read({
      limit: HISTORY_PAGE,
      include_all_metadata: true,
      ...(cursor !== undefined && { cursor }),
    });
    const messages: readonly { readonly user?: string; readonly ts?: string }[] =
      page.messages ?? [];
    const found = messages.find(
      (message) =>
        (message.user ?? botUserId) === botUserId && matchLabel(message, wanted) === 'this one',
    );
    if (found?.ts !== undefined) return { kind: 'found', ts: found.ts };
    cursor = page.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return { kind: 'not there' };
    if (seen.has(cursor)) return { kind: 'too much to read' };
    seen.add(cursor);
  }
  return { kind: 'too much to read' };
}
