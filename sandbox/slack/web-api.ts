import { z } from 'zod';
import { parseJson } from '../json.ts';
import { checkBlocks, MESSAGE_BLOCKS, VIEW_BLOCKS } from './block-kit.ts';
import type { Manifest } from './manifest.ts';
import { BOT, type Channel, type StoredMessage, TEAM, type Workspace } from './workspace.ts';

/** Body of a Web API answer. */
export type ApiResult =
  | { ok: true; [field: string]: unknown }
  | { ok: false; error: string; [field: string]: unknown };

export interface WebApiContext {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  /** Where the next Socket Mode connection goes. */
  readonly socketUrl: () => string;
}

interface Method {
  readonly token: 'bot' | 'app';
  /** Scope of the bot token without which the method is refused. */
  readonly scope?: (params: Params, context: WebApiContext) => string | undefined;
  run(params: Params, context: WebApiContext): ApiResult;
}

type Params = Readonly<Record<string, string>>;

// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const LONGEST_TEXT = 40_000;

/** The methods that the bot uses, each as strict as its page at docs.slack.dev/reference/methods says. */
export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': {
    token: 'bot',
    run: () => ({
      ok: true,
      url: `https://${TEAM.domain}.slack.com/`,
      team_id: TEAM.id,
      user: 'wg-serving',
      user_id: BOT.userId,
      bot_id: BOT.botId,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    run: (_, { socketUrl }) => ({ ok: true, url: socketUrl() }),
  },
  'chat.postMessage': { token: 'bot', scope: () => 'chat:write', run: postMessage },
  'chat.update': { token: 'bot', scope: () => 'chat:write', run: updateMessage },
  'conversations.history': {
    token: 'bot',
    scope: ({ channel = '' }) => (channel.startsWith('D') ? 'im:history' : 'channels:history'),
    run: history,
  },
  'views.publish': { token: 'bot', run: publishView },
};

function postMessage(params: Params, { workspace }: WebApiContext): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  if (!channel.members.has(BOT.userId)) return refuse('not_in_channel');
  const content = readContent(params, MESSAGE_BLOCKS);
  if (!content.ok) return content.refusal;
  const metadata = readMetadata(params.metadata);
  if (metadata === 'invalid') return refuse('invalid_metadata_format');
  if (params.thread_ts && !isTs(params.thread_ts)) return refuse('invalid_thread_ts');
  const message = workspace.post({
    channel: channel.id,
    user: BOT.userId,
    isBot: true,
    text: content.text,
    blocks: content.blocks,
    ...(params.thread_ts && { threadTs: params.thread_ts }),
    ...(metadata && { metadata }),
  });
  return { ok: true, channel: channel.id, ts: message.ts, message: forApi(message, true) };
}

function updateMessage(params: Params, { workspace }: WebApiContext): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  const message = workspace.messages(channel.id).find(({ ts }) => ts === params.ts);
  if (!message || message.visibleTo !== undefined) return refuse('message_not_found');
  if (message.user !== BOT.userId) return refuse('cant_update_message');
  const content = readContent(params, MESSAGE_BLOCKS);
  if (!content.ok) return content.refusal;
  const metadata = readMetadata(params.metadata);
  if (metadata === 'invalid') return refuse('invalid_metadata_format');
  const { text, blocks } = content;
  workspace.update({ ...message, text, blocks, edited: true, ...(metadata && { metadata }) });
  return { ok: true, channel: channel.id, ts: message.ts, text };
}

function readContent(params: Params, max: number) {
  const text = params.text ?? '';
  const given = parseJson(params.blocks ?? '[]');
  const checked = checkBlocks(given, max);
  if (!checked.ok) {
    const refusal = refuse('invalid_blocks', { errors: checked.errors });
    return { ok: false, refusal } as const;
  }
  if (text === '' && checked.blocks.length === 0)
    return { ok: false, refusal: refuse('no_text') } as const;
  if (text.length > LONGEST_TEXT) return { ok: false, refusal: refuse('msg_too_long') } as const;
  return { ok: true, text, blocks: checked.blocks } as const;
}

const metadataSchema = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

function readMetadata(json: string | undefined) {
  if (json === undefined) return undefined;
  const parsed = metadataSchema.safeParse(parseJson(json));
  return parsed.success ? parsed.data : 'invalid';
}

function history(params: Params, { workspace }: WebApiContext): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  if (!channel.members.has(BOT.userId)) return refuse('not_in_channel');
  const limit = Number(params.limit ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refuse('invalid_limit');
  const newestFirst = inHistory(workspace, channel, params).reverse();
  const offset = params.cursor ? Number(/^after:(\d+)$/.exec(params.cursor)?.[1] ?? -1) : 0;
  if (offset < 0) return refuse('invalid_cursor');
  const more = newestFirst.length > offset + limit;
  return {
    ok: true,
    messages: newestFirst
      .slice(offset, offset + limit)
      .map((message) => forApi(message, params.include_all_metadata === 'true')),
    has_more: more,
    response_metadata: { next_cursor: more ? `after:${offset + limit}` : '' },
  };
}

/** What `conversations.history` shows: no replies, and nothing that one member alone sees. */
function inHistory(workspace: Workspace, channel: Channel, { oldest, latest }: Params) {
  return workspace
    .messages(channel.id)
    .filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts)
    .filter(({ visibleTo }) => visibleTo === undefined)
    .filter(({ ts }) => Number(ts) > Number(oldest ?? 0))
    .filter(({ ts }) => latest === undefined || Number(ts) < Number(latest));
}

function publishView(params: Params, { workspace, manifest }: WebApiContext): ApiResult {
  if (!manifest.features.app_home.home_tab_enabled) return refuse('not_enabled');
  const user = workspace.users.get(params.user_id ?? '');
  if (!user) return refuse('user_not_found');
  const view = z
    .object({ type: z.literal('home'), blocks: z.unknown() })
    .safeParse(parseJson(params.view ?? ''));
  if (!view.success) return refuse('invalid_arguments');
  const checked = checkBlocks(view.data.blocks, VIEW_BLOCKS);
  if (!checked.ok) return refuse('invalid_arguments', { errors: checked.errors });
  workspace.homes.set(user.id, checked.blocks);
  return { ok: true, view: { id: `V${user.id.slice(1)}`, type: 'home' } };
}

export function refuse(
  error: string,
  details: Record<string, unknown> = {},
): ApiResult & { ok: false } {
  return { ...details, ok: false, error };
}

function forApi(message: StoredMessage, withMetadata: boolean) {
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    ts: message.ts,
    ...(message.isBot && { bot_id: BOT.botId }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}

function isTs(text: string): boolean {
  return /^\d+\.\d{6}$/.test(text);
}
