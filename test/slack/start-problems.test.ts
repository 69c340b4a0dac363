import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { findingLine } from '../../src/findings.ts';
import { retryAtStart } from '../../src/slack/retry-at-start.ts';
import { connectionFailure, SocketError, startProblem } from '../../src/slack/start-problems.ts';
import { memoryLogger } from '../support/build.ts';
import { virtualTime } from '../support/virtual-time.ts';

const platform = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const http = (status: number) => new webApi.WebAPIHTTPError(status, '', {}, '<html>');
const network = (code: string) =>
  new webApi.WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error(`x ${code}`), { code }) }),
  );
const timeout = new webApi.WebAPIRequestError(new DOMException('aborted', 'TimeoutError'));
const redirect = new webApi.WebAPIRequestError(
  new TypeError('fetch failed', { cause: new Error('unexpected redirect') }),
);
const PAGE = '<html><body>Sign in to the proxy</body></html>';

describe('what keeps the bot from connecting to Slack at startup', () => {
  it.each([
    [platform('invalid_auth'), /^SLACK_BOT_TOKEN: Slack does not accept the token/],
    [platform('account_inactive'), /^SLACK_BOT_TOKEN: The app was removed/],
    [platform('some_new_error'), /^SLACK_BOT_TOKEN: Slack answers "some_new_error"/],
  ])('is refused for the token: %s', (error, words) => {
    const failure = connectionFailure(error, 'SLACK_BOT_TOKEN');
    expect(failure.kind).toBe('refused');
    expect(findingLine(startProblem(failure, 'SLACK_BOT_TOKEN', undefined))).toMatch(words);
  });

  it.each([
    ['missing_scope', /^SLACK_APP_TOKEN: It lacks the scope connections:write/],
    ['token_revoked', /^SLACK_APP_TOKEN: It was revoked: generate a new one/],
    ['not_allowed_token_type', /^SLACK_APP_TOKEN: It is no app-level token/],
  ])('is refused for the app-level token: %s', (name, words) => {
    const failure = connectionFailure(platform(name), 'SLACK_APP_TOKEN');
    expect(findingLine(startProblem(failure, 'SLACK_APP_TOKEN', undefined))).toMatch(words);
  });

  it.each([
    [platform(PAGE), /answers with something that is no answer of Slack.*network and proxy/],
    [platform('internal_error'), /can't serve the bot now \(internal_error\).*tried again/],
    [http(503), /answers with HTTP 503/],
    [http(407), /answers with HTTP 407.*answers in its place/],
    [network('ENOTFOUND'), /its name is not found \(ENOTFOUND\).*DNS/],
    [network('EAI_AGAIN'), /its name is not found/],
    [network('ECONNREFUSED'), /nothing listens there/],
    [network('ERR_SSL_WRONG_VERSION_NUMBER'), /speaks no TLS there/],
    [network('SELF_SIGNED_CERT_IN_CHAIN'), /not trusted.*NODE_EXTRA_CA_CERTS/],
    [network('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), /not trusted/],
    [timeout, /gives no answer within 10 seconds/],
    [redirect, /answers with a redirect/],
    [new webApi.WebAPIRateLimitedError(30), /asks to wait 30 seconds/],
    [new SocketError('opens no WebSocket within 10 seconds'), /WebSocket.*HTTP mode/],
    ['nonsense', /can't be reached \(nonsense\)/],
  ])('does not blame a token: %s', (error, words) => {
    const failure = connectionFailure(error, 'SLACK_BOT_TOKEN');
    expect(failure.kind).toBe('unreachable');
    expect(findingLine(startProblem(failure, 'SLACK_BOT_TOKEN', undefined))).toMatch(words);
    const custom = findingLine(
      startProblem(failure, 'SLACK_BOT_TOKEN', 'https://u:pass@slack.test/api/'),
    );
    expect(custom).toMatch(/^SLACK_API_URL: slack\.test .*Check the address/);
    expect(custom).not.toContain('pass');
    expect(custom).not.toContain(PAGE);
  });
});

describe('the first call', () => {
  function tries(call: () => Promise<string>, time = virtualTime()) {
    const { logger, lines } = memoryLogger();
    const outcome = retryAtStart(call, {
      setting: 'SLACK_BOT_TOKEN',
      apiUrl: undefined,
      logger,
      time,
    }).catch((error: unknown) => error);
    return { outcome, lines, time };
  }

  it('is retried for a while, and says each time what is wrong', async () => {
    const { outcome, lines, time } = tries(() => Promise.reject(network('ENOTFOUND')));
    await time.advance(0);
    expect(lines).toMatchObject([{ problem: expect.stringContaining('ENOTFOUND') }]);
    await time.advance(20_000);
    expect(await outcome).toBeInstanceOf(SetupError);
    expect(String(await outcome)).toContain('its name is not found');
    expect(lines.length).toBeGreaterThan(2);
  });

  it('that hangs ends the startup in reasonable time', async () => {
    const time = virtualTime();
    const hang = async () => {
      await time.wait(10_000, new AbortController().signal);
      throw timeout;
    };
    const { outcome, lines } = tries(hang, time);
    await time.advance(10_000);
    expect(lines).toHaveLength(1);
    await time.advance(15_000);
    expect(await outcome).toBeInstanceOf(SetupError);
  });

  it('that is refused is not retried', async () => {
    const { outcome, lines } = tries(() => Promise.reject(platform('invalid_auth')));
    expect(await outcome).toBeInstanceOf(SetupError);
    expect(lines).toEqual([]);
  });

  it('may succeed late', async () => {
    let calls = 0;
    const call = async () => {
      calls += 1;
      if (calls < 3) throw network('ECONNREFUSED');
      return 'here';
    };
    const { outcome, time } = tries(call);
    await time.advance(5_000);
    expect(await outcome).toBe('here');
  });
});
