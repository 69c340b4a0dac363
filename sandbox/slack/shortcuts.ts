import { interactionOf } from './interactions.ts';
import { forApi } from './methods/content.ts';
import type { PeopleTools } from './people.ts';
import type { Delivery } from './transport.ts';
import type { StoredMessage } from './workspace.ts';

/**
 * Uses a shortcut: a global one, or one of a message. The app must have the scope `commands` and name the
 * shortcut in its manifest. https://docs.slack.dev/interactivity/implementing-shortcuts
 */
export function useShortcut(
  tools: PeopleTools,
  userId: string,
  callbackId: string,
  message?: StoredMessage,
): Promise<Delivery> {
  const { manifest, transport, workspace, responseUrls, origin } = tools;
  const type = message ? 'message' : 'global';
  const offered =
    manifest.oauth_config.scopes.bot.includes('commands') &&
    manifest.features.shortcuts.some((one) => one.callback_id === callbackId && one.type === type);
  if (!offered) throw new Error(`There is no ${type} shortcut ${callbackId}.`);
  const common = {
    ...interactionOf(tools, userId),
    callback_id: callbackId,
    action_ts: workspace.nextTs(),
  };
  if (!message) return transport.deliver('interactive', { type: 'shortcut', ...common });
  const { channel, ts } = message;
  return transport.deliver('interactive', {
    type: 'message_action',
    ...common,
    channel: { id: channel, name: workspace.channels.get(channel)?.name ?? 'unknown' },
    message_ts: ts,
    message: forApi(message, workspace, true),
    response_url: `${origin}${responseUrls.issue(channel, userId, message)}`,
  });
}
