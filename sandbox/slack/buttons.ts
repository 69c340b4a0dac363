import { randomUUID } from 'node:crypto';
import type { PeopleTools } from './people.ts';
import type { Delivery } from './transport.ts';
import { APP_ID, type StoredMessage, TEAM } from './workspace.ts';

/** Presses a button of a message. */
export function press(
  tools: PeopleTools,
  userId: string,
  message: StoredMessage,
  actionId: string,
): Promise<Delivery> {
  const { workspace, transport, responseUrls, origin } = tools;
  const found = message.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .find((element) => element.action_id === actionId);
  if (!found) throw new Error(`The message has no button ${actionId}.`);
  const path = responseUrls.issue(message.channel, userId, message.ts);
  return transport.deliver('interactive', {
    type: 'block_actions',
    team: TEAM,
    user: { id: userId, name: workspace.users.get(userId)?.name ?? 'unknown', team_id: TEAM.id },
    api_app_id: APP_ID,
    token: 'deprecated',
    trigger_id: randomUUID(),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.visibleTo !== undefined,
    },
    channel: {
      id: message.channel,
      name: workspace.channels.get(message.channel)?.name ?? 'unknown',
    },
    response_url: `${origin}${path}`,
    actions: [{ ...found, block_id: 'b1', action_ts: workspace.nextTs() }],
  });
}
