import { expect, it } from 'vitest';
import { inFlight } from '../../src/concurrency/in-flight.ts';

const LONG_MS = 60_000;

it('waits for work that started while it waited', async () => {
  const work = inFlight();
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  void work.run(() => first.promise);
  let drained = false;
  const drain = work.drain(LONG_MS).then(() => {
    drained = true;
  });
  void work.run(() => second.promise);
  first.resolve();
  await new Promise(setImmediate);
  expect(drained).toBe(false);
  second.resolve();
  await drain;
});

it('waits no longer than it is told', async () => {
  const work = inFlight();
  void work.run(() => new Promise(() => {}));
  await work.drain(1);
});

it('counts failed work as done', async () => {
  const work = inFlight();
  const failing = work.run(() => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  await work.drain(LONG_MS);
});
