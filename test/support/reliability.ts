import type { StoredMessage } from '../../sandbox/slack/workspace.ts';

/** The keys of the bot's messages in a channel, as their metadata has them. */
export function keysIn(messages: readonly StoredMessage[]): string[] {
  return messages
    .filter(({ isBot }) => isBot)
    .map(({ metadata }) => String(metadata?.event_payload.key));
}
