import { createServer } from 'node:http';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../sandbox/slack/http-mode.ts';
import { TOKENS } from '../../sandbox/slack/server.ts';
import { ACTORS, CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { type Bot, startBot } from '../../src/app/bot.ts';
import { parseConfig } from '../../src/config/config.ts';
import { memoryLogger, regular } from '../support/build.ts';
import { biweekly, replyOf, takeTurn, wordsOf } from '../support/world.ts';

const clock = { now: () => DateTime.utc() };
let services: Services;
let bot: Bot;
let requestUrl: string;
let healthUrl: string;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  const port = await freePort();
  requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const { signingSecret } = TOKENS;
  const start = clock.now().plus({ days: 1 }).toISODate();
  services = await startServices({
    clock,
    events: [biweekly('s', `${start}T09:00`)],
    slack: { http: { requestUrl, signingSecret } },
  });
  const { SLACK_APP_TOKEN: _, ...env } = services.env;
  const config = parseConfig({
    ...env,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT: String(port),
    HEALTH_PORT: '0',
  });
  const { logger, lines } = memoryLogger();
  bot = await startBot(config, clock, logger);
  const open = lines.find(({ msg }) => msg === 'health endpoints open');
  healthUrl = `http://127.0.0.1:${open?.port}`;
});
afterAll(async () => {
  await bot.stop();
  await services.close();
});

describe('HTTP mode', () => {
  it('serves probes on a port of their own', async () => {
    await expect.poll(async () => (await fetch(`${healthUrl}/readyz`)).status).toBe(200);
    const { origin } = new URL(requestUrl);
    expect((await fetch(`${origin}/readyz`)).status).toBe(404);
  });

  it('answers a slash command in the response', async () => {
    const words = wordsOf(
      replyOf(await takeTurn(services.slack, 'member', '/wg-serving next-meeting')),
    );
    expect(words).toContain(regular().join);
  });

  it('answers a mention in its thread', async () => {
    const reply = replyOf(await takeTurn(services.slack, 'member', '@wg-serving the DRA doc'));
    expect(wordsOf(reply)).toContain('wg-device-management');
    expect(reply.threadTs).toBeDefined();
  });

  it('shares an answer', async () => {
    const reply = replyOf(await takeTurn(services.slack, 'member', '/wg-serving contact'));
    await services.slack.press(ACTORS.member.id, reply, 'share-in-channel');
    await expect
      .poll(() => services.slack.workspace.messages(CHANNEL).map(wordsOf).join())
      .toContain(`Shared by <@${ACTORS.member.id}>`);
  });

  const body = 'command=%2Fwg-serving&text=help&user_id=U1&team_id=T1&channel_id=C1';
  const now = Math.floor(Date.now() / 1000);
  it.each([
    ['wrong', sign(body, 'another secret')],
    ['missing', {}],
    ['stale', sign(body, TOKENS.signingSecret, now - 6 * 60)],
    ['for another body', sign(`${body}x`, TOKENS.signingSecret)],
  ])('refuses a signature that is %s', async (_, headers) => {
    const response = await fetch(requestUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
  });

  it('accepts the same body with the right signature', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      ...sign(body, TOKENS.signingSecret),
    };
    const response = await fetch(requestUrl, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('/wg-serving upcoming');
  });
});
