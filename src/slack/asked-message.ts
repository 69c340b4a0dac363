import { z } from 'zod';
import { mentionsLive, withoutQuotes } from './own-words.ts';
import { unescapeText } from './unescape.ts';

/** A message in which someone asks the bot something. */
export interface AskedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly userId: string;
  /** Without the bot's own mention and without quotes, as the person typed it. */
  readonly text: string;
  readonly via: 'mention' | 'direct message';
  /** Which edit of the message this is; absent for a new one. */
  readonly editTs: string | undefined;
}

const said = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  subtype: z.string().optional(),
  app_id: z.string().optional(),
  bot_id: z.string().optional(),
  bot_profile: z.unknown().optional(),
  edited: z.object({ ts: z.string() }).optional(),
});

const posted = said.extend({ channel: z.string(), channel_type: z.string().optional() });

const changed = z.object({
  subtype: z.literal('message_changed'),
  ts: z.string().optional(),
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
  const { channel, ts, thread_ts: threadTs, user: userId, blocks } = message;
  const isDirect = message.channel_type === 'im' || channel.startsWith('D');
  const isMentioned = botUserId !== undefined && mentionsLive(message.text, blocks, botUserId);
  const text = unescapeText(withoutTokens(withoutQuotes(message.text), botUserId)).trim();
  // A file or a forwarded message alone asks nothing.
  if (isDirect ? text === '' && !isMentioned : !isMentioned) return undefined;
  const via = isDirect ? 'direct message' : 'mention';
  const editTs = message.edited?.ts ?? (edit && (edit.ts ?? ts));
  return { channel, ts, threadTs, userId, text, via, editTs };
}

/** What apps, workflows and reminders post is automated, and answering it may go on for ever. */
function isPerson(
  { user, app_id, bot_id, bot_profile }: z.infer<typeof said>,
  botUserId?: string,
): boolean {
  const isAutomated = [app_id, bot_id, bot_profile].some((mark) => mark !== undefined);
  return !isAutomated && user !== botUserId && user !== SLACKBOT;
}

/** Links, channels and people as they are read; the bot's own mention is left out. */
function withoutTokens(text: string, botUserId: string | undefined): string {
  const own = new RegExp(`<@${botUserId}(\\|[^>]*)?>`, 'gu');
  const said = botUserId === undefined ? text : text.replaceAll(own, ' ');
  return said.replaceAll(
    /<([@#!])?([^|>]+)(?:\|([^>]*))?>/gu,
    (_, sign = '', id, label) => `${sign}${label ?? id}`,
  );
}
