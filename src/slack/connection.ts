import { setTimeout as sleep } from 'node:timers/promises';
import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { inFlight } from '../concurrency/in-flight.ts';
import { SetupError } from '../errors.ts';
import { slackAdvice } from './advice.ts';
import { boltLogger } from './bolt-logger.ts';
import { type ListenerTools, registerListeners } from './listeners/index.ts';
import { boundedPause } from './pause.ts';

/** How Slack reaches the bot. */
export type SlackMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

export interface SlackSettings {
  readonly botToken: string;
  readonly mode: SlackMode;
  /** Another Web API than Slack's own, such as the sandbox's. */
  readonly apiUrl: string | undefined;
}

export interface SlackConnection {
  start(): Promise<void>;
  /** Shows those who looked at the Home tab lately what changed in the calendar. */
  refreshHomes(stopping: AbortSignal): Promise<void>;
  /** Takes no more work and waits for what is under way, `timeoutMs` at most. */
  stop(timeoutMs: number): Promise<void>;
}

// An answer is of no use to anyone who has waited longer.
const TIMEOUT_MS = 10_000;

/** A client that tries once: repeating a post whose answer was lost would post it twice. */
export function singleTryClient({ botToken, apiUrl }: SlackSettings, logger: Logger) {
  return new webApi.WebClient(botToken, {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    logger: boltLogger(logger),
  });
}

/** Asks Slack who the bot is. Fails with SetupError when the token is none. */
export async function identify({ botToken, apiUrl }: SlackSettings, logger: Logger) {
  const client = new webApi.WebClient(botToken, {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    logger: boltLogger(logger),
  });
  try {
    const { user_id: botUserId, bot_id: botId, url, response_metadata } = await client.auth.test();
    return {
      authorization: { botToken, ...(botUserId && { botUserId }), ...(botId && { botId }) },
      workspaceUrl: url ?? 'https://slack.com/',
      /** Undefined where Slack does not say. */
      scopes: response_metadata?.scopes,
    };
  } catch (error) {
    throw new SetupError([slackProblem(error, 'SLACK_BOT_TOKEN')]);
  }
}

/** Who the bot is in its workspace. */
export type Identity = Awaited<ReturnType<typeof identify>>;

/** Bolt with the bot's listeners. `bot` comes from identify. */
export function slackConnection(
  settings: SlackSettings,
  bot: Identity,
  tools: ListenerTools,
): SlackConnection {
  const { logger } = tools;
  const client = singleTryClient(settings, logger);
  const receiver = receiverFor(settings, logger);
  const app = new App({
    receiver,
    authorize: async () => bot.authorization,
    logger: boltLogger(logger),
    clientOptions: { ...(settings.apiUrl !== undefined && { slackApiUrl: settings.apiUrl }) },
    // Bolt's default keeps one entry for each conversation for ever; the bot needs none.
    convoStore: false,
  });
  const work = inFlight();
  const stopping = new AbortController();
  const pause = boundedPause(stopping.signal);
  const home = registerListeners(app, client, { ...tools, pause }, work);
  app.error(async (error) => logger.error({ err: error }, 'listener failed'));

  return {
    async start() {
      try {
        await app.start();
      } catch (error) {
        throw new SetupError([startProblem(error, settings.mode)]);
      }
    },
    refreshHomes: (stopping) => work.run(() => home.refresh(stopping)),
    async stop(timeoutMs) {
      stopping.abort();
      await work.drain(timeoutMs);
      // Bolt's own stop does not wait for the connection to close.
      const closed =
        receiver instanceof SocketModeReceiver ? receiver.client.disconnect() : receiver.stop();
      await Promise.race([closed, sleep(timeoutMs, undefined, { ref: false })]);
    },
  };
}

function receiverFor({ mode, apiUrl }: SlackSettings, logger: Logger) {
  switch (mode.kind) {
    case 'socket':
      return new SocketModeReceiver({
        appToken: mode.appToken,
        logger: boltLogger(logger),
        installerOptions: {
          clientOptions: { ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) },
        },
      });
    case 'http':
      return new HTTPReceiver({
        signingSecret: mode.signingSecret,
        port: mode.port,
        logger: boltLogger(logger),
      });
  }
}

function startProblem(error: unknown, mode: SlackMode): string {
  switch (mode.kind) {
    case 'socket':
      return slackProblem(error, 'SLACK_APP_TOKEN');
    case 'http':
      return `PORT: cannot listen on ${mode.port} (${error instanceof Error ? error.message : String(error)})`;
  }
}

function slackProblem(error: unknown, setting: string): string {
  if (error instanceof webApi.WebAPIPlatformError) {
    return `${setting}: ${slackAdvice(error.data.error)}`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `${setting}: could not connect to Slack (${reason})`;
}
