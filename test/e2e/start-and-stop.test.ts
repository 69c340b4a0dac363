import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import type { Reply } from '../../sandbox/http.ts';
import { startServices } from '../../sandbox/world.ts';
import { BUNDLE, SOURCES, startBotProcess } from '../support/process.ts';
import { inWorld, takeTurn } from '../support/world.ts';

const clock = { now: () => DateTime.utc() };

// They wait together, for ten seconds.
it.concurrent.for(['auth.test', 'apps.connections.open'])(
  'a start with a Slack that hangs says so: %s',
  async (method, { expect }) => {
    const fault = (call: { method: string }, serve: () => Reply) =>
      call.method === method ? new Promise<Reply>(() => {}) : serve();
    const services = await startServices({ clock, events: [], slack: { fault } });
    const bot = startBotProcess(services.env);
    await bot.logged('Slack is out of reach; it is tried again');
    expect(bot.output()).toContain('SLACK_API_URL: 127.0.0.1');
    expect(bot.output()).toContain('gives no answer within 10 seconds');
    expect(await bot.end()).toBe(0);
    await services.close();
  },
);

it.for([BUNDLE, SOURCES])('%s starts, answers and ends', async (program) => {
  const services = await startServices({ clock, events: [] });
  const bot = startBotProcess(services.env, 0, program);
  await bot.logged('bot started');
  expect(await takeTurn(services.slack, 'member', '/wg-serving help')).toMatchObject({ ok: true });
  expect(await bot.end()).toBe(0);
  await services.close();
});

it('a command that arrives while the bot stops is answered', async () => {
  const held = Promise.withResolvers<void>();
  const posting = Promise.withResolvers<void>();
  const fault = async (call: { method: string }, serve: () => Reply) => {
    if (call.method !== 'chat.postMessage') return serve();
    posting.resolve();
    await held.promise;
    return serve();
  };
  await inWorld('2026-12-01T09:00', { slack: { fault } }, async ({ slack, bot }) => {
    const mention = takeTurn(slack, 'member', '@wg-serving who are the organizers?');
    await posting.promise;
    const stopped = bot.stop();
    expect(await takeTurn(slack, 'member', '/wg-serving help')).toMatchObject({ ok: true });
    held.resolve();
    await stopped;
    expect(await mention).toMatchObject({ ok: true });
  });
});
