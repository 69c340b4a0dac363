import { z } from 'zod';
import { escapeText } from './escape.ts';
import { checkContent } from './message-content.ts';
import type { PeopleTools } from './people.ts';
import type { Delivery } from './transport.ts';
import { APP_ID, BOT, type StoredMessage, TEAM, type Workspace } from './workspace.ts';

export type SlashResult =
  | { readonly ok: true; readonly message: StoredMessage | undefined; readonly afterMs: number }
  /** What Slack shows to the person instead of an answer. */
  | { readonly ok: false; readonly error: string };

const ackMessage = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
});

const ERRORS = {
  'too late': 'operation_timeout',
  'no connection': 'dispatch_failed',
  refused: 'dispatch_failed',
} as const;

/** Types a slash command. https://docs.slack.dev/interactivity/implementing-slash-commands/ */
export async function slash(
  tools: PeopleTools,
  userId: string,
  channelId: string,
  line: string,
): Promise<SlashResult> {
  const { workspace, manifest, transport, responseUrls, triggers, origin } = tools;
  const [, command = '', text = ''] = /^(\S+)\s*(.*)$/su.exec(line) ?? [];
  const granted = manifest.oauth_config.scopes.bot.includes('commands');
  const known =
    granted &&
    manifest.features.slash_commands.some((registered) => registered.command === command);
  if (!known) return { ok: false, error: `${command} is not a valid command` };
  const delivery = await transport.deliver('slash_commands', {
    token: 'deprecated',
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channelId,
    channel_name: workspace.channels.get(channelId)?.name ?? 'unknown',
    user_id: userId,
    user_name: workspace.users.get(userId)?.name ?? 'unknown',
    command,
    text: escapeText(text),
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: `${origin}${responseUrls.issue(channelId, userId)}`,
    trigger_id: triggers.issue(userId),
  });
  if (delivery.kind !== 'acknowledged') {
    return { ok: false, error: `${command} failed with the error "${ERRORS[delivery.kind]}"` };
  }
  return showAcknowledgement(workspace, delivery, userId, channelId, command);
}

function showAcknowledgement(
  workspace: Workspace,
  delivery: Delivery & { kind: 'acknowledged' },
  userId: string,
  channelId: string,
  command: string,
): SlashResult {
  const { payload, afterMs } = delivery;
  if (payload === undefined || payload === '' || isEmpty(payload)) {
    return { ok: true, message: undefined, afterMs };
  }
  const parsed = ackMessage.safeParse(payload);
  const content = parsed.success ? checkContent(parsed.data.text, parsed.data.blocks) : undefined;
  if (!parsed.success || !content?.ok) {
    return { ok: false, error: `${command} failed with the error "invalid_command_response"` };
  }
  const message = workspace.post({
    channel: channelId,
    user: BOT.userId,
    isBot: true,
    text: content.text,
    blocks: content.blocks,
    ...(parsed.data.response_type === 'ephemeral' && { visibleTo: userId }),
  });
  return { ok: true, message, afterMs };
}

function isEmpty(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0;
}
