import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { eachInTurn, inSlices } from '../../src/concurrency/steps.ts';
import { nextTurn } from '../../src/concurrency/turns.ts';

/** Takes so long that a turn is no longer young. */
function longWork(): void {
  for (const end = performance.now() + 6; performance.now() < end; );
}

it('gives everyone who waits a turn of their own, in order', async () => {
  longWork();
  const seen: string[] = [];
  const work = async (name: string) => {
    await nextTurn();
    seen.push(name);
    longWork();
    await nextTurn();
    seen.push(name);
  };
  const all = Promise.all([work('a'), work('b'), work('c')]);
  for (let turns = 1; seen.length < 3; turns += 1) {
    await turn();
    expect(seen.length).toBeLessThanOrEqual(turns);
  }
  await all;
  expect(seen).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
});

it('lets others run during long work', async () => {
  let others = 0;
  const other = setInterval(() => {
    others += 1;
  }, 0);
  const double = (n: number) => {
    longWork();
    return n * 2;
  };
  const results = await inSlices(eachInTurn([1, 2, 3, 4], double));
  clearInterval(other);
  expect(results).toEqual([2, 4, 6, 8]);
  expect(others).toBeGreaterThan(0);
});
