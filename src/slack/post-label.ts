import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../messages/message.ts';
import { destinationId } from '../reminders/destination.ts';
import type { PostMetadata } from '../reminders/ports.ts';

/** Under this type Slack keeps a post's key in the message's metadata. */
const METADATA_TYPE = 'wg_serving_post';

const keyed = z.object({
  metadata: z.object({
    event_type: z.literal(METADATA_TYPE),
    // Messages from before metadata named the group have none.
    event_payload: z.object({ key: z.string(), group: z.string().optional() }),
  }),
});

const withBlocks = z.object({ blocks: z.array(z.object({ block_id: z.string().optional() })) });

/** What a message is to be known by later. */
export type Key = Pick<PostMetadata, 'key' | 'groupId'>;

export type Labelled = ReturnType<typeof labelled>;

/**
 * A message with its key, twice: in the metadata, and in the id of its first block, by which it is
 * known where Slack leaves the metadata out.
 */
export function labelled(message: Message, metadata: PostMetadata) {
  const { key, groupId, destination, kind, meetingId } = metadata;
  const [first, ...rest] = message.blocks;
  const blocks: types.KnownBlock[] = first
    ? [{ ...first, block_id: blockIdOf(metadata) }, ...rest]
    : [];
  return {
    text: message.text,
    blocks,
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

/** What a message in the history says about whose it is. */
export type LabelMatch = 'this one' | 'another' | 'no label';

/** Whether a message of the history carries the key. */
export function matchLabel(message: unknown, wanted: Key): LabelMatch {
  const payload = keyed.safeParse(message).data?.metadata.event_payload;
  if (payload) {
    const isThis =
      payload.key === wanted.key && (payload.group ?? wanted.groupId) === wanted.groupId;
    return isThis ? 'this one' : 'another';
  }
  const ids = withBlocks.safeParse(message).data?.blocks.map((block) => block.block_id) ?? [];
  if (ids.includes(blockIdOf(wanted))) return 'this one';
  return ids.some((id) => id?.startsWith(BLOCK_ID)) ? 'another' : 'no label';
}

const BLOCK_ID = 'post-';

/** Short enough for Slack's 255 characters, whatever the key. */
function blockIdOf({ key, groupId }: Key): string {
  const hash = createHash('sha256').update(`${groupId} ${key}`).digest('hex');
  return `${BLOCK_ID}${hash.slice(0, 32)}`;
}
