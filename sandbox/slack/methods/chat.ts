import { BOT, type Channel, isTs, type Workspace } from '../workspace.ts';
import { forApi, readContent, readMetadata } from './content.ts';
import { type ApiResult, type Params, refuse, type WebApiContext } from './method.ts';

/** `chat.postMessage`; with a member's ID as the channel, it posts a direct message. */
export function postMessage(params: Params, { workspace, postRate }: WebApiContext): ApiResult {
  const channel = placeOf(params.channel ?? '', workspace);
  if (!channel) return refuse('channel_not_found');
  if (channel === 'user disabled') return refuse('user_disabled');
  if (!channel.members.has(BOT.userId)) return refuse('not_in_channel');
  const content = readContent(params);
  if (!content.ok) return content.refusal;
  const metadata = readMetadata(params.metadata);
  if (metadata === 'invalid') return refuse('invalid_metadata_format');
  if (params.thread_ts && !isTs(params.thread_ts)) return refuse('invalid_thread_ts');
  const wait = postRate.take();
  if (wait !== undefined) return refuse('ratelimited', { retry_after: wait });
  const message = workspace.post({
    channel: channel.id,
    user: BOT.userId,
    isBot: true,
    text: content.text,
    blocks: content.blocks,
    ...(params.thread_ts && { threadTs: params.thread_ts }),
    ...(metadata && { metadata }),
  });
  return {
    ok: true,
    channel: channel.id,
    ts: message.ts,
    message: forApi(message, workspace, true),
  };
}

/** `chat.postEphemeral`, for one member of the channel. */
export function postEphemeral(params: Params, { workspace }: WebApiContext): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  if (!channel.members.has(BOT.userId)) return refuse('not_in_channel');
  const user = params.user ?? '';
  if (!channel.members.has(user)) return refuse('user_not_in_channel');
  const content = readContent(params);
  if (!content.ok) return content.refusal;
  if (params.thread_ts && !isTs(params.thread_ts)) return refuse('invalid_thread_ts');
  const message = workspace.post({
    channel: channel.id,
    user: BOT.userId,
    isBot: true,
    text: content.text,
    blocks: content.blocks,
    visibleTo: user,
    ...(params.thread_ts && { threadTs: params.thread_ts }),
  });
  return { ok: true, message_ts: message.ts };
}

function placeOf(id: string, workspace: Workspace): Channel | 'user disabled' | undefined {
  const user = workspace.users.get(id);
  if (!user) return workspace.channels.get(id);
  return user.gone ? 'user disabled' : workspace.channels.get(workspace.directChannel(id));
}

/** `chat.delete`. */
export function deleteMessage(params: Params, { workspace }: WebApiContext): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  const message = workspace.messages(channel.id).find(({ ts }) => ts === params.ts);
  if (!message || message.visibleTo !== undefined) return refuse('message_not_found');
  if (message.user !== BOT.userId) return refuse('cant_delete_message');
  workspace.remove(message.ts);
  return { ok: true, channel: channel.id, ts: message.ts };
}

/** `chat.update`. */
export function updateMessage(params: Params, { workspace }: WebApiContext): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  const message = workspace.messages(channel.id).find(({ ts }) => ts === params.ts);
  if (!message || message.visibleTo !== undefined) return refuse('message_not_found');
  if (message.user !== BOT.userId) return refuse('cant_update_message');
  const content = readContent(params);
  if (!content.ok) return content.refusal;
  const metadata = readMetadata(params.metadata);
  if (metadata === 'invalid') return refuse('invalid_metadata_format');
  const { text, blocks } = content;
  workspace.update({ ...message, text, blocks, edited: true, ...(metadata && { metadata }) });
  return { ok: true, channel: channel.id, ts: message.ts, text };
}
