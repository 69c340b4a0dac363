import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { readManifest } from '../../sandbox/slack/manifest.ts';
import { type LocalSlack, startLocalSlack, TOKENS } from '../../sandbox/slack/server.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { at, silent } from '../support/build.ts';

const clock = manualClock(at('2026-12-01T09:00'));
let slack: LocalSlack;

async function start(settings: Partial<Parameters<typeof startLocalSlack>[0]> = {}) {
  slack = await startLocalSlack({ clock, ...settings });
  slack.workspace.addUser({ id: 'U1', name: 'u', zone: 'UTC' });
  slack.workspace.addChannel('C1', 'in', [BOT.userId, 'U1']);
  slack.workspace.addChannel('C2', 'out', ['U1']);
}
beforeEach(() => start());
afterEach(() => slack.close());

function client(token: string | undefined = TOKENS.bot) {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: boltLogger(silent),
  });
}

async function errorOf(method: string, params: Record<string, unknown>, token?: string) {
  const error: unknown = await client(token)
    .apiCall(method, params)
    .catch((e: unknown) => e);
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : error;
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const buttons = (...elements: Record<string, unknown>[]) => ({
  type: 'actions',
  elements: elements.map((element) => ({
    type: 'button',
    text: { type: 'plain_text', text: 'x' },
    ...element,
  })),
});

const feedback = (button: Record<string, unknown>) => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      positive_button: { text: { type: 'plain_text', text: 'Good' }, value: 'good' },
      negative_button: { text: { type: 'plain_text', text: 'Bad' }, ...button },
    },
  ],
});

describe('the local Slack rejects what the real one does', () => {
  it.each([
    ['auth.test', {}, 'xoxb-wrong', 'invalid_auth'],
    ['auth.test', {}, TOKENS.app, 'not_allowed_token_type'],
    ['apps.connections.open', {}, TOKENS.bot, 'not_allowed_token_type'],
    ['chat.postMessage', { channel: 'C9', text: 'x' }, TOKENS.bot, 'channel_not_found'],
    [
      'chat.postEphemeral',
      { channel: 'C1', user: 'U9', text: 'x' },
      TOKENS.bot,
      'user_not_in_channel',
    ],
    ['chat.postEphemeral', { channel: 'C2', user: 'U1', text: 'x' }, TOKENS.bot, 'not_in_channel'],
    ['conversations.replies', { channel: 'C1', ts: '5.000001' }, TOKENS.bot, 'thread_not_found'],
    ['chat.postMessage', { channel: 'C2', text: 'x' }, TOKENS.bot, 'not_in_channel'],
    ['chat.postMessage', { channel: 'C1' }, TOKENS.bot, 'no_text'],
    ['chat.postMessage', { channel: 'C1', text: 'x'.repeat(40_001) }, TOKENS.bot, 'msg_too_long'],
    [
      'chat.postMessage',
      { channel: 'C1', text: 'x', thread_ts: '5' },
      TOKENS.bot,
      'invalid_thread_ts',
    ],
    [
      'chat.postMessage',
      { channel: 'C1', text: 'x', metadata: {} },
      TOKENS.bot,
      'invalid_metadata_format',
    ],
    ['conversations.history', { channel: 'C2' }, TOKENS.bot, 'not_in_channel'],
    ['conversations.history', { channel: 'C1', limit: 5000 }, TOKENS.bot, 'invalid_limit'],
    [
      'views.publish',
      { user_id: 'U9', view: { type: 'home', blocks: [] } },
      TOKENS.bot,
      'user_not_found',
    ],
    ['users.list', {}, TOKENS.bot, 'unknown_method'],
  ])('%s %j', async (method, params, token, error) => {
    expect(await errorOf(method, params, token)).toBe(error);
  });

  it('a call without a token', async () => {
    const response = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await response.json()).toMatchObject({ ok: false, error: 'not_authed' });
  });

  it('a scope that the manifest does not grant', async () => {
    await slack.close();
    const manifest = readManifest();
    const bot = manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'chat:write');
    await start({ manifest: { ...manifest, oauth_config: { scopes: { bot } } } });
    expect(await errorOf('chat.postMessage', { channel: 'C1', text: 'x' })).toBe('missing_scope');
  });

  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => section('x'))],
    ['a section over 3000', [section('x'.repeat(3001))]],
    ['an empty section', [section('')]],
    [
      'a header over 150',
      [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
    ],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['a button text over 75', [buttons({ text: { type: 'plain_text', text: 'x'.repeat(76) } })]],
    ['a button value over 2000', [buttons({ value: 'x'.repeat(2001) })]],
    ['a button url over 3000', [buttons({ url: `https://a.example/${'x'.repeat(3000)}` })]],
    ['an invalid button url', [buttons({ url: 'zoom' })]],
    ['26 buttons', [buttons(...Array.from({ length: 26 }, () => ({})))]],
    ['an action id twice in a block', [buttons({ action_id: 'a' }, { action_id: 'a' })]],
    ['no buttons', [{ type: 'actions', elements: [] }]],
    [
      'one feedback button',
      [{ type: 'context_actions', elements: [{ type: 'feedback_buttons' }] }],
    ],
    ['feedback without a value', [feedback({ text: { type: 'plain_text', text: 'Good' } })]],
    ['feedback in mrkdwn', [feedback({ text: { type: 'mrkdwn', text: 'Good' }, value: 'x' })]],
    ['a feedback value over 2000', [feedback({ value: 'x'.repeat(2001) })]],
    ['a feedback label over 75', [feedback({ value: 'x', accessibility_label: 'x'.repeat(76) })]],
    ['no feedback', [{ type: 'context_actions', elements: [] }]],
    ['feedback among buttons', [{ ...feedback({ value: 'x' }), type: 'actions' }]],
    ['buttons among feedback', [{ ...buttons({}), type: 'context_actions' }]],
    ['an unknown block', [{ type: 'marquee' }]],
    ['an unknown field', [{ ...section('x'), colour: 'red' }]],
    ['not a list', 'x'],
  ])('%s', async (_, blocks) => {
    expect(await errorOf('chat.postMessage', { channel: 'C1', text: 'x', blocks })).toBe(
      'invalid_blocks',
    );
  });
});

describe('the local Slack as people see it', () => {
  it('knows no command that the manifest does not register', async () => {
    expect(await slack.slash('U1', 'C1', '/other')).toEqual({
      ok: false,
      error: '/other is not a valid command',
    });
  });

  it('says so when no app is connected', async () => {
    const result = await slack.slash('U1', 'C1', '/wg-serving');
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining('dispatch_failed') });
  });

  it('does not send the app messages that it did not subscribe to', async () => {
    expect((await slack.say('U1', 'C1', 'hello')).delivery).toBeUndefined();
    expect((await slack.say('U1', 'C2', '@wg-serving hello')).delivery).toBeUndefined();
  });

  it('shows the newest messages first, page by page, with metadata on demand', async () => {
    const metadata = { event_type: 't', event_payload: { key: 'k' } };
    for (const text of ['1', '2', '3']) {
      await client().chat.postMessage({ channel: 'C1', text, metadata });
    }
    const first = await client().conversations.history({
      channel: 'C1',
      limit: 2,
      include_all_metadata: true,
    });
    expect(first.messages?.map(({ text }) => text)).toEqual(['3', '2']);
    expect(first.messages?.[0]).toMatchObject({ metadata });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client().conversations.history({ channel: 'C1', limit: 2, cursor });
    expect(second.messages).toMatchObject([{ text: '1' }]);
    expect(second.messages?.[0]).not.toHaveProperty('metadata');
  });
});

describe('an app that speaks raw Socket Mode', () => {
  async function connect(
    onEnvelope: (
      envelope: { envelope_id: string; payload: { response_url?: string } },
      reply: (payload: unknown) => void,
    ) => void,
  ) {
    const { url = '' } = await client(TOKENS.app).apps.connections.open();
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }) => {
      const envelope = JSON.parse(String(data));
      const { envelope_id } = envelope;
      if (envelope_id) {
        onEnvelope(envelope, (payload) => socket.send(JSON.stringify({ envelope_id, payload })));
      }
    });
    await slack.connected();
  }

  it('has its answer rejected if it exceeds the limits', async () => {
    await connect((_, reply) => reply({ text: 'x', blocks: [section('x'.repeat(3001))] }));
    expect(await slack.slash('U1', 'C1', '/wg-serving')).toMatchObject({
      ok: false,
      error: expect.stringContaining('invalid_command_response'),
    });
  });

  it('has three seconds', async () => {
    await connect((_, reply) => setTimeout(() => reply({ text: 'late' }), 3200));
    expect(await slack.slash('U1', 'C1', '/wg-serving')).toMatchObject({
      ok: false,
      error: expect.stringContaining('operation_timeout'),
    });
  });

  it('may use a response_url five times within thirty minutes', async () => {
    const urls: string[] = [];
    await connect(({ payload }, reply) => {
      urls.push(payload.response_url ?? '');
      reply({ text: 'ok' });
    });
    await slack.slash('U1', 'C1', '/wg-serving');
    await slack.slash('U1', 'C1', '/wg-serving');
    const [first = '', second = ''] = urls;
    const post = async (url: string) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'more' }) });
      return `${response.status} ${JSON.stringify(await response.json())}`;
    };
    for (let use = 0; use < 5; use += 1) expect(await post(first)).toMatch(/^200/);
    expect(await post(first)).toBe('404 {"ok":false,"error":"used_url"}');
    clock.set(at('2026-12-01T09:31'));
    expect(await post(second)).toBe('404 {"ok":false,"error":"expired_url"}');
    clock.set(at('2026-12-01T09:00'));
  });

  it('connects with a ticket that works once', async () => {
    const { url = '' } = await client(TOKENS.app).apps.connections.open();
    const opened = (socket: WebSocket) =>
      new Promise((resolve) => {
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('refused'));
      });
    expect(await opened(new WebSocket(url))).toBe('open');
    expect(await opened(new WebSocket(url))).toBe('refused');
  });
});
