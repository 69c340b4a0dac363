import { deleteMessage, postEphemeral, postMessage, updateMessage } from './methods/chat.ts';
import { history, open, replies } from './methods/conversations.ts';
import type { Method, Params, WebApiContext } from './methods/method.ts';
import { addReaction } from './methods/reactions.ts';
import { openView, publishView, pushView, updateView } from './methods/views.ts';
import { BOT, TEAM } from './workspace.ts';

const WHO_THE_BOT_IS = {
  url: `https://${TEAM.domain}.slack.com/`,
  team_id: TEAM.id,
  user: 'wg-serving',
  user_id: BOT.userId,
  bot_id: BOT.botId,
};

/** The methods that the bot uses, each as strict as its page at docs.slack.dev/reference/methods says. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['auth.test', { token: 'bot', run: () => ({ ok: true, ...WHO_THE_BOT_IS }) }],
  [
    'apps.connections.open',
    { token: 'app', run: (_, { socketUrl }) => ({ ok: true, url: socketUrl() }) },
  ],
  ['chat.delete', { token: 'bot', scope: () => 'chat:write', run: deleteMessage }],
  ['chat.postEphemeral', { token: 'bot', scope: () => 'chat:write', run: postEphemeral }],
  ['chat.postMessage', { token: 'bot', scope: () => 'chat:write', run: postMessage }],
  ['chat.update', { token: 'bot', scope: () => 'chat:write', run: updateMessage }],
  ['conversations.history', { token: 'bot', scope: historyScope, run: history }],
  ['conversations.replies', { token: 'bot', scope: historyScope, run: replies }],
  ['conversations.open', { token: 'bot', scope: () => 'im:write', run: open }],
  ['reactions.add', { token: 'bot', scope: () => 'reactions:write', run: addReaction }],
  ['views.open', { token: 'bot', run: openView }],
  ['views.push', { token: 'bot', run: pushView }],
  ['views.update', { token: 'bot', run: updateView }],
  ['views.publish', { token: 'bot', run: publishView }],
]);

function historyScope({ channel = '' }: Params, { workspace }: WebApiContext): string {
  if (channel.startsWith('D')) return 'im:history';
  const isPrivate = workspace.channels.get(channel)?.kind === 'private';
  return isPrivate ? 'groups:history' : 'channels:history';
}
