import { afterEach, expect, it } from 'vitest';
import { type Health, startHealth } from '../../src/health/health.ts';
import { at, memoryLogger } from '../support/build.ts';

const clock = { now: () => at('2026-12-02T08:50') };
let health: Health;
afterEach(() => health.close());

async function watched(pingStore: () => Promise<void>) {
  const { logger, lines } = memoryLogger();
  health = await startHealth(0, clock, logger);
  health.watch({
    isConnected: () => true,
    pingStore,
    calendars: () => [{ groupId: 'wg-x', state: { kind: 'never read', failing: true } }],
    problems: () => [],
    jobs: () => [],
  });
  return async () => {
    const response = await fetch(`http://127.0.0.1:${lines[0]?.port}/readyz`);
    return { status: response.status, text: await response.text() };
  };
}

it('a database that fails is not ready', async () => {
  const ready = await watched(() => Promise.reject(new Error('connection refused')));
  expect(await ready()).toEqual({ status: 503, text: 'the database gives no answer\n' });
});

it('a database that hangs is not ready, is asked once, and is ready when it responds', async () => {
  let asked = 0;
  const gate = Promise.withResolvers<void>();
  const ready = await watched(() => {
    asked += 1;
    return gate.promise;
  });
  expect(await ready()).toMatchObject({ status: 503 });
  expect(await ready()).toMatchObject({ status: 503 });
  expect(asked).toBe(1);
  gate.resolve();
  await expect.poll(ready).toEqual({ status: 200, text: 'ok\n' });
});
