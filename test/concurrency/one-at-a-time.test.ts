import { expect, it } from 'vitest';
import { oneAtATime } from '../../src/concurrency/one-at-a-time.ts';

it('keeps the order for one key, even after a failure, and lets others pass', async () => {
  const inTurn = oneAtATime();
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn('a', async () => {
    await gate.promise;
    done.push('a1');
    throw new Error('failed');
  });
  const second = inTurn('a', async () => void done.push('a2'));
  await inTurn('b', async () => void done.push('b'));
  expect(done).toEqual(['b']);
  gate.resolve();
  await expect(first).rejects.toThrow('failed');
  await second;
  expect(done).toEqual(['b', 'a1', 'a2']);
});
