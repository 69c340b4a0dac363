import { BOT, type Channel, type StoredMessage, type Workspace } from '../workspace.ts';
import { forApi } from './content.ts';
import { type ApiResult, type Params, refuse, type WebApiContext } from './method.ts';

/** `conversations.history`, newest first. */
export function history(params: Params, context: WebApiContext): ApiResult {
  return page(params, context, (channel) =>
    inHistory(context.workspace, channel, params).toReversed(),
  );
}

/** `conversations.replies`: a message and what was written in its thread, oldest first. */
export function replies(params: Params, context: WebApiContext): ApiResult {
  const { workspace } = context;
  const { ts } = params;
  if (!workspace.messages(params.channel).some((message) => message.ts === ts)) {
    return refuse('thread_not_found');
  }
  return page(params, context, (channel) =>
    workspace
      .messages(channel.id)
      .filter((message) => message.ts === ts || message.threadTs === ts)
      .filter(({ visibleTo }) => visibleTo === undefined),
  );
}

function page(
  params: Params,
  { workspace }: WebApiContext,
  listOf: (channel: Channel) => readonly StoredMessage[],
): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  if (!channel.members.has(BOT.userId)) return refuse('not_in_channel');
  const limit = Number(params.limit ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refuse('invalid_limit');
  const all = listOf(channel);
  const offset = params.cursor ? Number(/^after:(\d+)$/.exec(params.cursor)?.[1] ?? -1) : 0;
  if (offset < 0) return refuse('invalid_cursor');
  const more = all.length > offset + limit;
  return {
    ok: true,
    messages: all
      .slice(offset, offset + limit)
      .map((message) => forApi(message, workspace, params.include_all_metadata === 'true')),
    has_more: more,
    response_metadata: { next_cursor: more ? `after:${offset + limit}` : '' },
  };
}

/** What `conversations.history` shows: no replies, and nothing that only one member sees. */
function inHistory(workspace: Workspace, channel: Channel, { oldest, latest }: Params) {
  return workspace
    .messages(channel.id)
    .filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts)
    .filter(({ visibleTo }) => visibleTo === undefined)
    .filter(({ ts }) => Number(ts) > Number(oldest ?? 0))
    .filter(({ ts }) => latest === undefined || Number(ts) < Number(latest));
}

/** `conversations.open` for the direct messages with one member. */
export function open(params: Params, { workspace }: WebApiContext): ApiResult {
  const user = workspace.users.get(params.users ?? '');
  if (!user) return refuse('user_not_found');
  if (user.gone) return refuse('user_disabled');
  return { ok: true, channel: { id: workspace.directChannel(user.id) } };
}
