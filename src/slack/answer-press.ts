import type { RespondFn } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../messages/message.ts';
import { contentOf } from './content.ts';

/** A button that someone pressed. */
export interface Press {
  readonly body: { readonly container: unknown };
  readonly respond: RespondFn;
}

// The reference leaves thread_ts out; Slack sends it where the message stands in a thread.
// https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
const containerSchema = z.object({
  channel_id: z.string().optional(),
  thread_ts: z.string().optional(),
  is_ephemeral: z.boolean().default(false),
});

/** The channel that the message with the button is in; undefined for a button in a view. */
export function channelOf({ body }: Pick<Press, 'body'>): string | undefined {
  return containerSchema.parse(body.container).channel_id;
}

/** Where the message with the button stands: a `response_url` answers at the channel's root unless told. */
export function threadOf({ body }: Press): { readonly thread_ts?: string } {
  const { thread_ts } = containerSchema.parse(body.container);
  return { ...(thread_ts !== undefined && { thread_ts }) };
}

/**
 * Answers whoever pressed, where the button stands: for them alone in a channel, and to stay in
 * direct messages. `in place`: instead of the message with the button.
 */
export async function answerPress(
  press: Press,
  message: Message,
  how: 'below' | 'in place' = 'below',
): Promise<void> {
  const isForAll = isDirect(press) || (how === 'in place' && !isSeenByOne(press));
  await press.respond({
    response_type: isForAll ? 'in_channel' : 'ephemeral',
    replace_original: how === 'in place',
    ...threadOf(press),
    ...contentOf(message),
  });
}

/** Whether only the one who pressed sees what they pressed. */
export function isSeenByOne(press: Press): boolean {
  const { channel_id, is_ephemeral } = containerSchema.parse(press.body.container);
  return channel_id === undefined || is_ephemeral || isDirect(press);
}

function isDirect({ body }: Press): boolean {
  return containerSchema.parse(body.container).channel_id?.startsWith('D') ?? false;
}
