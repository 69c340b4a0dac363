import { BOT } from '../workspace.ts';
import { type ApiResult, type Params, refuse, type WebApiContext } from './method.ts';

/** `reactions.add`. */
export function addReaction(params: Params, { workspace }: WebApiContext): ApiResult {
  const channel = workspace.channels.get(params.channel ?? '');
  if (!channel) return refuse('channel_not_found');
  if (!channel.members.has(BOT.userId)) return refuse('not_in_channel');
  const message = workspace.messages(channel.id).find(({ ts }) => ts === params.timestamp);
  if (!message) return refuse('message_not_found');
  const name = params.name ?? '';
  if (!/^[a-z0-9_+-]+$/.test(name)) return refuse('invalid_name');
  if (message.reactions?.includes(name)) return refuse('already_reacted');
  workspace.update({ ...message, reactions: [...(message.reactions ?? []), name] });
  return { ok: true };
}
