import type { App, webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { InFlight } from '../in-flight.ts';
import type { Answerer, Question } from './answerer.ts';
import { slackAdvice } from './failure.ts';
import { unescapeText } from './unescape.ts';

/** A message that asks the bot something. */
interface AskedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly question: Question;
}

// Slack delivers an event again for up to an hour when an acknowledgement was late.
// https://docs.slack.dev/apis/events-api/#retries
const REMEMBERED = { max: 5_000, ttl: 60 * 60 * 1000 };

/** Answers mentions and direct messages in a thread of the message. `client` must not retry. */
export function listenToQuestions(
  app: App,
  client: webApi.WebClient,
  answer: Answerer,
  inFlight: InFlight,
): void {
  const seen = new LRUCache<string, true>(REMEMBERED);

  async function reply(asked: AskedMessage): Promise<void> {
    // One message may come as several events, and each of them more than once.
    const message = `${asked.channel} ${asked.ts}`;
    if (seen.has(message)) return;
    seen.set(message, true);
    const { answer: given, logger } = await answer(asked.question);
    try {
      await client.chat.postMessage({
        channel: asked.channel,
        thread_ts: asked.threadTs ?? asked.ts,
        text: given.message.text,
        blocks: [...given.message.blocks],
        unfurl_links: false,
        unfurl_media: false,
      });
    } catch (error) {
      logger.error({ err: error, advice: slackAdvice(nameOf(error)) }, 'answer not posted');
    }
  }

  app.event('app_mention', async ({ event, context }) => {
    if (event.bot_id !== undefined || event.user === undefined) return;
    const text = withoutMention(event.text, context.botUserId);
    const question = { text, userId: event.user, via: 'mention' } as const;
    const { channel, ts, thread_ts: threadTs } = event;
    await inFlight.run(() => reply({ channel, ts, threadTs, question }));
  });

  app.message(async ({ message, context }) => {
    // Messages with a subtype are edits, deletions and notices; those with a bot id are a bot's.
    if (message.subtype !== undefined || message.channel_type !== 'im') return;
    if (message.bot_id !== undefined || message.text === undefined) return;
    const text = withoutMention(message.text, context.botUserId);
    const question = { text, userId: message.user, via: 'direct message' } as const;
    const { channel, ts, thread_ts: threadTs } = message;
    await inFlight.run(() => reply({ channel, ts, threadTs, question }));
  });
}

/** The text without the bot's own mention. */
function withoutMention(text: string, botUserId: string | undefined): string {
  return unescapeText(text.replaceAll(new RegExp(`<@${botUserId}(\\|[^>]*)?>`, 'gu'), ' ')).trim();
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
