import { webApi } from '@slack/bolt';
import { z } from 'zod';

/** What the bot is to a channel. */
export type Membership =
  | { readonly kind: 'member' }
  | { readonly kind: 'not a member' }
  /** There is no such channel, or it is private and the bot is not in it: Slack tells no more. */
  | { readonly kind: 'no such channel' }
  /** Slack will not say, as the bot may not read this kind of channel. */
  | { readonly kind: 'not told'; readonly reason: string; readonly needed?: string | undefined }
  /** It may say later. */
  | { readonly kind: 'try again'; readonly reason: string };

const missingScope = z.object({ needed: z.string() });

// Before there was Slack: the question is whether the bot may read, and no message is asked for.
const BEFORE_ANY_MESSAGE = '1000000000.000000';

/**
 * Whether the bot is in a channel. Asked by `conversations.history`, whose scope the bot has anyway;
 * `conversations.info` would need `channels:read`.
 * https://docs.slack.dev/reference/methods/conversations.history#errors
 */
export async function membershipIn(client: webApi.WebClient, channel: string): Promise<Membership> {
  try {
    await client.conversations.history({ channel, latest: BEFORE_ANY_MESSAGE, limit: 1 });
    return { kind: 'member' };
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) {
      return { kind: 'try again', reason: error instanceof Error ? error.message : String(error) };
    }
    return refusedAs(error.data.error, missingScope.safeParse(error.data).data?.needed);
  }
}

function refusedAs(reason: string, needed: string | undefined): Membership {
  switch (reason) {
    case 'not_in_channel':
      return { kind: 'not a member' };
    case 'channel_not_found':
      return { kind: 'no such channel' };
    case 'missing_scope':
      return { kind: 'not told', reason, needed };
    default:
      return { kind: 'try again', reason: reason.slice(0, 60) };
  }
}
