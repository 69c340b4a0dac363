import type { App, webApi } from '@slack/bolt';
import type { DateTime } from 'luxon';
import type { Clock } from '../../clock.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { oneAtATime } from '../../concurrency/one-at-a-time.ts';
import type { MessageRef } from '../../reminders/post.ts';
import { type AskedMessage, readAsked } from '../asked-message.ts';
import { contentOf } from '../content.ts';
import { adviceFor } from '../failure.ts';
import type { AnsweredQuestions, Handled, HandleRequest } from '../ports.ts';
import { recentAnswers } from '../recent-answers.ts';

// “You're welcome”, without a message that nobody needs.
const THANKS_REACTION = 'heart';

export interface QuestionTools {
  /** Must not retry: a reply whose answer was lost would come twice. */
  readonly client: webApi.WebClient;
  readonly handle: HandleRequest;
  readonly answers: AnsweredQuestions;
  readonly clock: Clock;
  readonly permalink: (at: MessageRef) => string;
}

/** Answers mentions and direct messages, each once, in a thread of the message. */
export function registerMentions(app: App, tools: QuestionTools, inFlight: InFlight): void {
  const { client, handle, answers, clock } = tools;
  const recent = recentAnswers(tools.permalink);
  const inTurn = oneAtATime();

  async function receive(event: unknown, botUserId: string | undefined): Promise<void> {
    const asked = readAsked(event, botUserId);
    if (!asked) return;
    // An edit may come while the question is being answered.
    await inTurn(`${asked.channel} ${asked.ts}`, () => take(asked));
  }

  async function take(asked: AskedMessage): Promise<void> {
    const replyTs = asked.kind === 'edited' ? await answers.replyTo(asked) : undefined;
    if (replyTs !== undefined) await editReply(asked, replyTs);
    else if (await answers.claim(claimOf(asked), clock.now())) await reply(asked, clock.now());
  }

  async function reply(asked: AskedMessage, now: DateTime<true>): Promise<void> {
    const handled = await handle(requestOf(asked));
    const { channel, ts } = asked;
    if (handled.answer.kind === 'thanks') {
      await attempt(handled, () =>
        client.reactions.add({ channel, timestamp: ts, name: THANKS_REACTION }),
      );
      return;
    }
    const message = recent.briefer(asked, handled.answer, now);
    const posted = await attempt(handled, () =>
      client.chat.postMessage({
        channel,
        thread_ts: asked.threadTs ?? ts,
        ...contentOf(message),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    await answers.record(asked, posted?.ts, now);
    const inFull = message === handled.answer.message;
    if (posted?.ts !== undefined && inFull) {
      recent.remember(asked, handled.answer, posted.ts, now);
    }
  }

  async function editReply(asked: AskedMessage, replyTs: string): Promise<void> {
    const handled = await handle(requestOf(asked));
    if (handled.answer.kind === 'thanks') return;
    const content = contentOf(handled.answer.message);
    await attempt(handled, () =>
      client.chat.update({ channel: asked.channel, ts: replyTs, ...content }),
    );
  }

  app.event('app_mention', ({ event, context }) =>
    inFlight.run(() => receive(event, context.botUserId)),
  );
  app.event('message', ({ event, context }) =>
    inFlight.run(() => receive(event, context.botUserId)),
  );
}

function requestOf({ text, userId, via }: AskedMessage) {
  return { asked: text, userId, via };
}

/** What began as thanks, or without a mention, may become a question by an edit: once. */
function claimOf({ kind, channel, ts }: AskedMessage): MessageRef {
  return { channel, ts: kind === 'edited' ? `${ts} edited` : ts };
}

/** One try; what fails is logged under the request's id. */
async function attempt<T>({ logger }: Handled, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    logger.error({ err: error, advice: adviceFor(error) }, 'answer not posted');
    return undefined;
  }
}
