import { z } from 'zod';
import { parseJson } from '../../json.ts';
import { checkContent } from '../message-content.ts';
import { BOT, type StoredMessage, type Workspace } from '../workspace.ts';
import { type Params, refuse } from './method.ts';

/** The text and blocks of a message, or why Slack rejects them. */
export function readContent({ text, blocks = '[]' }: Params) {
  const content = checkContent(text, parseJson(blocks) ?? null);
  if (content.ok) return content;
  const { error, errors } = content;
  const details = errors.length > 0 ? { errors } : {};
  return { ok: false, refusal: refuse(error, details) } as const;
}

const metadataSchema = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/** A message's metadata, if there is any. */
export function readMetadata(json: string | undefined) {
  if (json === undefined) return undefined;
  const parsed = metadataSchema.safeParse(parseJson(json));
  return parsed.success ? parsed.data : 'invalid';
}

/** A message as the Web API returns it; one with replies has its own `thread_ts`. */
export function forApi(message: StoredMessage, workspace: Workspace, withMetadata: boolean) {
  const threadTs = message.threadTs ?? (workspace.hasReplies(message) ? message.ts : undefined);
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    ts: message.ts,
    ...(message.isBot && { bot_id: BOT.botId }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}
