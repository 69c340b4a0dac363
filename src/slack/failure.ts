import { webApi } from '@slack/bolt';
import type { PostOutcome, Refused } from '../reminders/ports.ts';
import { slackAdvice } from './advice.ts';

// Slack may have carried out what it failed at; the same request may succeed later.
// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const MAY_HAVE_HAD_EFFECT = new Set([
  'backend_error',
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
]);

const RATE_LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
// What a body says of its limit without a number; the header of a 429 says how long.
const RATE_LIMIT_SECONDS = 30;

// The message itself is at fault, so that the same one will be refused for ever.
const UNFIT = new Set([
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'markdown_text_conflict',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
]);

// The message can't be edited or deleted any more: someone deleted it, for one.
const OUT_OF_REACH = new Set([
  'cant_delete_message',
  'cant_update_message',
  'edit_window_closed',
  'message_not_found',
]);

// Said of one member alone. What is said of a conversation or the app may be said of all.
const ABOUT_ONE_PERSON = new Set([
  'cannot_dm_bot',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);

// Slack may not know a conversation by the member's id before it was opened.
const NOT_YET_OPEN = new Set(['channel_not_found', 'not_in_channel', 'is_inactive']);

// Faults that come before the request is sent.
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** The name of the error that Slack answered with; undefined for any other failure. */
export function slackErrorOf(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  const name: unknown = error.data.error;
  // A body that is no JSON arrives here as the name of an error.
  return typeof name === 'string' && /^[a-z_]{3,60}$/.test(name) ? name : undefined;
}

/** Whether the message itself is at fault. */
export function isUnfit(error: unknown): boolean {
  return UNFIT.has(slackErrorOf(error) ?? '');
}

/** Whether a message can't be edited any more. */
export function isOutOfReach(error: unknown): boolean {
  return OUT_OF_REACH.has(slackErrorOf(error) ?? '');
}

/** Whether Slack may need the conversation with a member opened first. */
export function isNotYetOpen(error: unknown): boolean {
  return NOT_YET_OPEN.has(slackErrorOf(error) ?? '');
}

/** Whether the error is about the one member a direct message is for. */
export function isAboutOnePerson(error: unknown): boolean {
  return ABOUT_ONE_PERSON.has(slackErrorOf(error) ?? '');
}

/** What to do about a call that failed. */
export function adviceFor(error: unknown): string {
  const name = slackErrorOf(error);
  return name === undefined ? `Slack could not be asked (${reasonOf(error)}).` : slackAdvice(name);
}

/** What a failed `chat.postMessage` says about the message. */
export function failedPost(error: unknown): PostOutcome {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'rate limited', retryAfterSeconds: error.retryAfter };
  }
  const reason = reasonOf(error);
  if (RATE_LIMITED.has(reason)) {
    return { kind: 'rate limited', retryAfterSeconds: RATE_LIMIT_SECONDS };
  }
  if (isUnfit(error)) return { kind: 'unfit', reason };
  return refusal(error) ?? { kind: neverSent(error) ? 'not posted' : 'unknown', reason };
}

/** What a failed call that may be repeated says. */
export function failedCall(error: unknown): Refused | { kind: 'try again'; reason: string } {
  return refusal(error) ?? { kind: 'try again', reason: reasonOf(error) };
}

function refusal(error: unknown): Refused | undefined {
  const reason = slackErrorOf(error);
  if (reason === undefined || MAY_HAVE_HAD_EFFECT.has(reason) || RATE_LIMITED.has(reason)) {
    return undefined;
  }
  return { kind: 'refused', reason, advice: slackAdvice(reason) };
}

function reasonOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) {
    return slackErrorOf(error) ?? 'an unreadable answer';
  }
  return error instanceof Error ? error.message : String(error);
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
