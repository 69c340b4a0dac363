import { webApi } from '@slack/bolt';
import type { PostOutcome, Refused } from '../reminders/ports.ts';

const ADVICE: Record<string, string> = {
  not_in_channel: 'Invite the bot to the channel: type /invite @wg-serving in it.',
  channel_not_found:
    'Check SLACK_CHANNEL_ID: the bot sees no such channel. For a private one, invite the bot.',
  is_archived: 'The channel is archived: unarchive it or change SLACK_CHANNEL_ID.',
  missing_scope: 'Reinstall the Slack app from manifest.yml: its token lacks a scope.',
  restricted_action: 'A workspace setting keeps the bot from posting in this channel.',
  invalid_auth: 'Slack does not accept the token; copy it anew from the settings of the app.',
  not_authed: 'Slack got no token.',
  token_revoked: 'The token was revoked: reinstall the app and set the new one.',
  token_expired: 'The token has expired: reinstall the app and set the new one.',
  account_inactive: 'The app was removed from the workspace: install it again.',
};

// Slack says no for now; the same request may succeed later.
// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const PASSING = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
];

// Faults that come before the request is sent.
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

// The person left the workspace, or shut the bot out of their messages.
const GONE = [
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'access_denied',
];

/** Whether the error to a direct message may mean that: a revoked token is told in the same word. */
export function mayMeanGone(error: unknown): boolean {
  const name = error instanceof webApi.WebAPIPlatformError ? error.data.error : '';
  return name === 'account_inactive' || meansGone(error);
}

/** Whether the error to a direct message means that its reader can't or won't be reached any more. */
export function meansGone(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && GONE.includes(error.data.error);
}

/** What to do about an error that Slack names. */
export function slackAdvice(error: string): string {
  return ADVICE[error] ?? `Slack refuses with "${error}".`;
}

/** What to do about a call that failed. */
export function adviceFor(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return slackAdvice(error.data.error);
  return `Slack could not be asked (${reasonOf(error)}).`;
}

/** What a failed `chat.postMessage` tells of the message. */
export function failedPost(error: unknown): PostOutcome {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'rate limited', retryAfterSeconds: error.retryAfter };
  }
  const reason = reasonOf(error);
  return refusal(error) ?? { kind: neverSent(error) ? 'not posted' : 'unknown', reason };
}

/** What a failed call that may be repeated tells. */
export function failedCall(error: unknown): Refused | { kind: 'try again'; reason: string } {
  return refusal(error) ?? { kind: 'try again', reason: reasonOf(error) };
}

function refusal(error: unknown): Refused | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  const reason = error.data.error;
  // A body that is no JSON arrives here as the name of an error.
  if (PASSING.includes(reason) || !/^[a-z_]{3,60}$/.test(reason)) return undefined;
  return { kind: 'refused', reason, advice: slackAdvice(reason) };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof webApi.WebAPIPlatformError)) {
    return error instanceof Error ? error.message : String(error);
  }
  const name = error.data.error;
  return PASSING.includes(name) ? name : 'an unreadable answer';
}

function neverSent(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause ?? originalOf(cause)) {
    if ('code' in cause && NEVER_SENT.includes(String(cause.code))) return true;
  }
  return false;
}

function originalOf(error: Error): unknown {
  return 'original' in error ? error.original : undefined;
}
