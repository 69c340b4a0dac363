import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { serve } from '../../sandbox/http.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { failedPost } from '../../src/slack/failure.ts';

const platform = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

import { silent } from '../support/build.ts';

describe('failedPost', () => {
  it.each(['not_in_channel', 'channel_not_found', 'missing_scope', 'token_revoked', 'is_archived'])(
    'takes %s for a refusal and tells what to do',
    (error) => {
      const outcome = failedPost(platform(error));
      expect(outcome).toMatchObject({ kind: 'refused', reason: error });
      expect(outcome.kind === 'refused' && outcome.advice).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.each([
    [new webApi.WebAPIRateLimitedError(30), { kind: 'rate limited', retryAfterSeconds: 30 }],
    [platform('internal_error'), { kind: 'unknown' }],
    [platform('<html>Bad gateway</html>'), { kind: 'unknown', reason: 'an unreadable answer' }],
    [new webApi.WebAPIHTTPError(500, 'Oops', {}), { kind: 'unknown' }],
    [new webApi.WebAPIRequestError(new Error('socket hang up')), { kind: 'unknown' }],
    [new DOMException('timed out', 'TimeoutError'), { kind: 'unknown' }],
  ])('tells what may have been posted from what was not', (error, outcome) => {
    expect(failedPost(error)).toMatchObject(outcome);
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
