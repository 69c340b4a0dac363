import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLogger } from './bolt-logger.ts';
import { REAL_TIME, retryAtStart } from './retry-at-start.ts';

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

// An answer is of no use to anyone who has waited longer.
const TIMEOUT_MS = 10_000;

/** What every client of the Web API has in common: it tries once, and not for long. */
export function clientOptions(apiUrl: string | undefined) {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
  };
}

/** A client that tries once: repeating a post whose answer was lost would post it twice. */
export function singleTryClient(
  { botToken, apiUrl }: Pick<SlackSettings, 'botToken' | 'apiUrl'>,
  logger: Logger,
  fetchFrom: typeof fetch = fetch,
) {
  return new webApi.WebClient(botToken, {
    ...clientOptions(apiUrl),
    logger: boltLogger(logger),
    fetch: fetchFrom,
  });
}

/** A client with the app-level token, which opens connections and nothing else. */
export function appClient(appToken: string, apiUrl: string | undefined, logger: Logger) {
  return new webApi.WebClient(appToken, { ...clientOptions(apiUrl), logger: boltLogger(logger) });
}

/** Asks Slack who the bot is. Fails with SetupError when the token is none, or Slack out of reach. */
export async function identify(settings: SlackSettings, logger: Logger) {
  const { botToken, apiUrl } = settings;
  const client = singleTryClient(settings, logger);
  const {
    user_id: botUserId,
    bot_id: botId,
    url,
    response_metadata,
  } = await retryAtStart(() => client.auth.test(), {
    setting: 'SLACK_BOT_TOKEN',
    apiUrl,
    logger,
    time: REAL_TIME,
  });
  return {
    authorization: { botToken, ...(botUserId && { botUserId }), ...(botId && { botId }) },
    workspaceUrl: url ?? 'https://slack.com/',
    /** Undefined where Slack does not say. */
    scopes: response_metadata?.scopes,
  };
}

/** Who the bot is in its workspace. */
export type Identity = Awaited<ReturnType<typeof identify>>;
