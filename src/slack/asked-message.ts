import { z } from 'zod';
import { unescapeText } from './unescape.ts';

/** A message in which someone asks the bot something. */
export interface AskedMessage {
  readonly kind: 'new' | 'edited';
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly userId: string;
  /** Without the bot's own mention, as the person typed it. */
  readonly text: string;
  readonly via: 'mention' | 'direct message';
}

const said = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  bot_profile: z.unknown().optional(),
  edited: z.unknown().optional(),
});

const posted = said.extend({ channel: z.string(), channel_type: z.string().optional() });

const changed = z.object({
  subtype: z.literal('message_changed'),
  channel: z.string(),
  channel_type: z.string().optional(),
  message: said,
  previous_message: z.object({ text: z.string().optional() }).optional(),
});

// What people write comes without a subtype, or with one of these; the others are notices.
// https://docs.slack.dev/reference/events/message#subtypes
const WRITTEN = [undefined, 'file_share', 'thread_broadcast'];
const SLACKBOT = 'USLACKBOT';

/**
 * What an event of a message asks the bot, if anything. One message may come as `app_mention`, as
 * `message` and as both; an edited mention comes as `app_mention` with `edited`, or as `message_changed`.
 */
export function readAsked(event: unknown, botUserId: string | undefined): AskedMessage | undefined {
  const edit = changed.safeParse(event).data;
  const message = edit
    ? { ...edit.message, channel: edit.channel, channel_type: edit.channel_type }
    : posted.safeParse(event).data;
  if (!message || !isPerson(message, botUserId) || !WRITTEN.includes(message.subtype)) {
    return undefined;
  }
  // An unfurled link changes a message as well, and asks nothing new.
  if (edit?.previous_message?.text === message.text) return undefined;
  const { channel, ts, thread_ts: threadTs, user: userId, text } = message;
  const direct = message.channel_type === 'im' || channel.startsWith('D');
  if (!direct && !mentions(text, botUserId)) return undefined;
  return {
    kind: edit || message.edited ? 'edited' : 'new',
    channel,
    ts,
    threadTs,
    userId,
    text: unescapeText(withoutTokens(text, botUserId)).trim(),
    via: direct ? 'direct message' : 'mention',
  };
}

function isPerson(
  { user, bot_id, bot_profile }: z.infer<typeof said>,
  botUserId?: string,
): boolean {
  const isBot = bot_id !== undefined || bot_profile !== undefined;
  return !isBot && user !== botUserId && user !== SLACKBOT;
}

function mentions(text: string, botUserId: string | undefined): boolean {
  return botUserId !== undefined && mentionOf(botUserId).test(text);
}

/** A new one for each text: a global pattern remembers where it stopped. */
function mentionOf(botUserId: string): RegExp {
  return new RegExp(`<@${botUserId}(\\|[^>]*)?>`, 'gu');
}

/** Links, channels and people as they are read; the bot's own mention is left out. */
function withoutTokens(text: string, botUserId: string | undefined): string {
  const said = botUserId === undefined ? text : text.replaceAll(mentionOf(botUserId), ' ');
  return said.replaceAll(
    /<([@#!])?([^|>]+)(?:\|([^>]*))?>/gu,
    (_, sign = '', id, label) => `${sign}${label ?? id}`,
  );
}
