import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { ANY_REQUEST, type Fault, Faults } from '../../sandbox/faults.ts';
import { type LocalSlack, startLocalSlack, TOKENS } from '../../sandbox/slack/server.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { at, silent } from '../support/build.ts';

const HANG_MS = 40;
const clock = manualClock(at('2026-12-01T09:00'));
let slack: LocalSlack;
let faults: Faults;

beforeEach(async () => {
  faults = new Faults(HANG_MS);
  slack = await startLocalSlack({
    clock,
    fault: ({ method, params }, run) => faults.apply(method, run, params.channel),
  });
  slack.workspace.addUser({ id: 'U1', name: 'u', zone: 'UTC' });
  slack.workspace.addChannel('C1', 'in', [BOT.userId, 'U1']);
});
afterEach(() => slack.close());

function client(token: string = TOKENS.bot) {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(silent),
  });
}

/** The outcome of a call: `ok`, the name of Slack's error, or the kind of the client's. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof Error && 'code' in error ? error.code : (error ?? 'ok');
}

const post = (channel = 'C1') => outcome(client().chat.postMessage({ channel, text: 'x' }));
const posted = () => slack.workspace.messages('C1').length;

describe('a named error', () => {
  it.each([
    'not_in_channel',
    'token_revoked',
    'backend_error',
    'accesslimited',
    'constructor',
    '__proto__',
  ])('%s is what the app gets, without effect, for as many calls as asked', async (error) => {
    faults.add({ on: 'chat.postMessage', kind: { error }, count: 2 });
    expect([await post(), await post(), await post()]).toEqual([error, error, 'ok']);
    expect(posted()).toBe(1);
  });

  it('lasts until it is switched off', async () => {
    const switchOff = faults.add({ on: 'chat.postMessage', kind: { error: 'restricted_action' } });
    for (let call = 0; call < 5; call += 1) expect(await post()).toBe('restricted_action');
    switchOff();
    expect(await post()).toBe('ok');
  });

  it('may hit every method', async () => {
    faults.add({ on: ANY_REQUEST, kind: { error: 'token_revoked' } });
    expect(await post()).toBe('token_revoked');
    expect(await outcome(client().auth.test())).toBe('token_revoked');
  });

  it('may hit one person and leave the channel alone', async () => {
    faults.add({ on: 'chat.postMessage', kind: { error: 'user_disabled' }, to: /^U1$/ });
    expect([await post('U1'), await post('C1')]).toEqual(['user_disabled', 'ok']);
  });

  it('also hits an unknown method, whatever its name', async () => {
    for (const method of ['constructor', '__proto__', 'toString']) {
      expect(await outcome(client().apiCall(method))).toBe('unknown_method');
    }
  });
});

describe('a status without effect', () => {
  it.each([
    [{ status: 429, retryAfterSeconds: 1 }, 'slack_webapi_rate_limited_error'],
    [{ status: 503 }, 'slack_webapi_http_error'],
    ['rate limited', 'slack_webapi_rate_limited_error'],
    ['server error', 'slack_webapi_http_error'],
  ] satisfies [Fault, string][])('%j', async (kind, code) => {
    faults.add({ on: 'chat.postMessage', kind, count: 1 });
    expect([await post(), await post()]).toEqual([code, 'ok']);
    expect(posted()).toBe(1);
  });

  it('hits response_urls too', async () => {
    faults.add({ on: 'response_url', kind: { status: 500 } });
    const response = await fetch(new URL('/response/T0/x', slack.apiUrl), { method: 'POST' });
    expect(response.status).toBe(500);
  });
});

describe('apps.connections.open', () => {
  const open = () => outcome(client(TOKENS.app).apps.connections.open());

  it.each([
    'hang',
    'server error',
    'html',
    'dropped before',
    { error: 'internal_error' },
  ] satisfies Fault[])('fails with %j', async (kind) => {
    faults.add({ on: 'apps.connections.open', kind, count: 1 });
    expect(await open()).not.toBe('ok');
    expect(await open()).toBe('ok');
  });
});

describe('conversations.history', () => {
  const metadata = { event_type: 't', event_payload: { key: 'k' } };
  const page = (cursor?: string) =>
    client().conversations.history({
      channel: 'C1',
      limit: 1,
      include_all_metadata: true,
      ...(cursor !== undefined && { cursor }),
    });
  beforeEach(async () => {
    for (const text of ['1', '2']) {
      await client().chat.postMessage({ channel: 'C1', text, metadata });
    }
  });

  it('answers without metadata', async () => {
    faults.add({ on: 'conversations.history', kind: 'without metadata', count: 1 });
    expect((await page()).messages?.[0]).not.toHaveProperty('metadata');
    expect((await page()).messages?.[0]).toMatchObject({ text: '2', metadata });
  });

  it('repeats its cursor forever', async () => {
    faults.add({ on: 'conversations.history', kind: 'repeating cursor' });
    let cursor: string | undefined;
    for (let call = 0; call < 10; call += 1) {
      const answer = await page(cursor);
      expect(answer).toMatchObject({ has_more: true, messages: [{ text: '2' }] });
      cursor = answer.response_metadata?.next_cursor;
    }
  });
});
