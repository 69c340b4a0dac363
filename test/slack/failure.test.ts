import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { serve } from '../../sandbox/http.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { adviceFor, failedCall, failedPost } from '../../src/slack/failure.ts';
import { silent } from '../support/build.ts';

const platform = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

// Names that a plain object already has properties for.
const HOSTILE_NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

describe('failedPost', () => {
  it.each([
    'not_in_channel',
    'channel_not_found',
    'missing_scope',
    'token_revoked',
    'is_archived',
    'accesslimited',
    'access_denied',
    'an_error_of_tomorrow',
  ])('treats %s as a temporary refusal, and says what to do', (error) => {
    const outcome = failedPost(platform(error));
    expect(outcome).toMatchObject({ kind: 'refused', reason: error });
    expect(outcome.kind === 'refused' && outcome.advice).toMatch(/^[A-Z].*\.$/);
  });

  it.each(['invalid_blocks', 'msg_too_long', 'metadata_too_large', 'no_text'])(
    'takes %s for a fault of the message',
    (error) => {
      expect(failedPost(platform(error))).toEqual({ kind: 'unfit', reason: error });
    },
  );

  it.each([
    [new webApi.WebAPIRateLimitedError(30), { kind: 'rate limited', retryAfterSeconds: 30 }],
    [platform('rate_limited'), { kind: 'rate limited' }],
    [platform('ratelimited'), { kind: 'rate limited' }],
    [platform('internal_error'), { kind: 'unknown' }],
    [platform('backend_error'), { kind: 'unknown' }],
    [platform('<html>Bad gateway</html>'), { kind: 'unknown', reason: 'an unreadable answer' }],
    [new webApi.WebAPIHTTPError(500, 'Oops', {}), { kind: 'unknown' }],
    [new webApi.WebAPIRequestError(new Error('socket hang up')), { kind: 'unknown' }],
    [new DOMException('timed out', 'TimeoutError'), { kind: 'unknown' }],
  ])('distinguishes what may have been posted from what was not', (error, outcome) => {
    expect(failedPost(error)).toMatchObject(outcome);
  });

  it.each(HOSTILE_NAMES)('makes words, not an object, of an error named %s', (name) => {
    for (const told of [failedPost(platform(name)), failedCall(platform(name))]) {
      const words = told.kind === 'refused' ? told.advice : 'reason' in told ? told.reason : '';
      expect(words).not.toMatch(/object|function|undefined/);
    }
    expect(adviceFor(platform(name))).not.toMatch(/object|function|undefined/);
  });

  it('knows that a refused connection posted nothing', async () => {
    const { origin, close } = await serve(async () => ({ status: 200, body: {} }));
    await close();
    const client = new webApi.WebClient('xoxb-1', {
      slackApiUrl: `${origin}/api/`,
      retryConfig: { retries: 0 },
      logger: boltLogger(silent),
    });
    const error = await client.chat
      .postMessage({ channel: 'C1', text: 'x' })
      .catch((e: unknown) => e);
    expect(failedPost(error)).toMatchObject({ kind: 'not posted' });
  });
});
