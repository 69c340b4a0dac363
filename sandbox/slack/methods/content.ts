import { z } from 'zod';
import { parseJson } from '../../json.ts';
import { checkBlocks } from '../block-kit.ts';
import { BOT, type StoredMessage } from '../workspace.ts';
import { type Params, refuse } from './method.ts';

// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const MAX_TEXT_LENGTH = 40_000;

/** The text and blocks of a message, or why Slack refuses them. */
export function readContent(params: Params, max: number) {
  const text = params.text ?? '';
  const given = parseJson(params.blocks ?? '[]');
  const checked = checkBlocks(given, max);
  if (!checked.ok) {
    const refusal = refuse('invalid_blocks', { errors: checked.errors });
    return { ok: false, refusal } as const;
  }
  if (text === '' && checked.blocks.length === 0)
    return { ok: false, refusal: refuse('no_text') } as const;
  if (text.length > MAX_TEXT_LENGTH) return { ok: false, refusal: refuse('msg_too_long') } as const;
  return { ok: true, text, blocks: checked.blocks } as const;
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

/** A message as the Web API shows it. */
export function forApi(message: StoredMessage, withMetadata: boolean) {
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
