import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Dropped } from '../../sandbox/http.ts';
import type { MessageKeeper } from '../../src/organizers/kept-messages.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type KeepingBench, keepingBench, kept, NOW } from '../support/kept-messages.ts';
import { postgresServer, type StoreServer, sqliteFiles } from '../support/stores.ts';
import type { Mortality } from './mortal.ts';

// More steps than any of these takes: reading, claiming, posting or editing, recording.
const MAX_STEPS = 6;
const DEATHS = Array.from({ length: MAX_STEPS }, (_, index) => index + 1).flatMap((stepsLeft) =>
  [true, false].map((lastHasEffect) => ({ stepsLeft, lastHasEffect })),
);

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
])('a kept message, with a store in %s', (_, startServer) => {
  let server: StoreServer;
  let store: Store;
  let bench: KeepingBench;
  let runs = 0;

  beforeAll(async () => {
    server = await startServer();
    store = await openStore((await server.create()).location, 'wg');
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });
  beforeEach(async () => {
    // Each test is a group of its own.
    runs += 1;
    bench = await keepingBench(() => store.forGroup(`wg${runs}`));
  });
  afterEach(() => bench.services.close());

  const pastALease = () => bench.clock.set(bench.clock.now().plus({ seconds: 90 }));
  const dying = (death: (typeof DEATHS)[number]): Mortality => ({ dead: false, ...death });

  /** One process dies at a step, another takes over and runs until all is settled. */
  async function interrupted(
    death: (typeof DEATHS)[number],
    first: (keeper: MessageKeeper) => Promise<void>,
    then = first,
  ): Promise<void> {
    await first(bench.keeper(dying(death))).catch(() => undefined);
    for (const _again of [1, 2, 3]) {
      pastALease();
      await then(bench.keeper());
    }
  }

  it.each(DEATHS)(
    'is posted once by one that dies after $stepsLeft steps, effect: $lastHasEffect',
    async (death) => {
      await interrupted(death, (keeper) => keeper.keep([kept('a', 'one')], NOW));
      expect(bench.texts()).toEqual(['one']);
    },
  );

  it.each(DEATHS)(
    'that changed meanwhile is there once, and true: $stepsLeft, $lastHasEffect',
    async (death) => {
      await interrupted(
        death,
        (keeper) => keeper.keep([kept('a', 'one')], NOW),
        (keeper) => keeper.keep([kept('a', 'two')], NOW.plus({ minutes: 1 })),
      );
      expect(bench.texts()).toEqual(['two']);
    },
  );

  it.each(DEATHS)(
    'that is no longer wanted is not posted, and not left untrue: $stepsLeft, $lastHasEffect',
    async (death) => {
      await interrupted(
        death,
        (keeper) => keeper.keep([kept('a', 'one')], NOW),
        (keeper) => keeper.keep([kept('a', 'two', { ifAbsent: 'leave' })], NOW),
      );
      expect([[], ['two']]).toContainEqual(bench.texts());
      await bench.keeper().keep([kept('a', 'three')], NOW);
      expect(bench.texts(), 'and can still be wanted').toEqual(['three']);
    },
  );

  it.each(DEATHS)(
    'is edited by one that dies, also back: $stepsLeft, $lastHasEffect',
    async (death) => {
      await bench.keeper().keep([kept('a', 'one')], NOW);
      await interrupted(death, (keeper) => keeper.keep([kept('a', 'two')], NOW));
      expect(bench.texts()).toEqual(['two']);
      await interrupted(
        death,
        (keeper) => keeper.keep([kept('a', 'three')], NOW),
        (keeper) => keeper.keep([kept('a', 'two')], NOW),
      );
      expect(bench.texts()).toEqual(['two']);
    },
  );

  it.each(DEATHS)(
    'is removed by one that dies, for good: $stepsLeft, $lastHasEffect',
    async (death) => {
      await bench.keeper().keep([kept('a', 'one'), kept('b', 'other')], NOW);
      await interrupted(death, (keeper) => keeper.remove([kept('a', 'one')]));
      expect(bench.texts()).toEqual(['other']);
      await bench.keeper().keep([kept('a', 'one')], NOW);
      expect(bench.texts()).toEqual(['other']);
    },
  );

  it('is posted once by five replicas that start together, and edited by them', async () => {
    const together = (text: string) =>
      Promise.all(
        Array.from({ length: 5 }, () =>
          bench.keeper().keep([kept('a', text), kept('b', text)], NOW),
        ),
      );
    await together('one');
    expect(bench.texts()).toEqual(['one', 'one']);
    await together('two');
    expect(bench.texts()).toEqual(['two', 'two']);
  });

  it('is found again when the answer to its post was lost', async () => {
    bench.setFault(({ method }, run) => {
      const reply = run();
      if (method === 'chat.postMessage') throw new Dropped();
      return reply;
    });
    await bench.keeper().keep([kept('a', 'one')], NOW);
    bench.setFault((_, run) => run());
    await bench.keeper().keep([kept('a', 'two')], NOW);
    expect(bench.texts(), 'not before the search').toEqual(['one']);
    pastALease();
    await bench.keeper().keep([kept('a', 'two')], NOW);
    await bench.keeper().keep([kept('a', 'two')], NOW);
    expect(bench.texts()).toEqual(['two']);
  });

  it('is forgotten when it matters no more, and not posted again', async () => {
    await bench.keeper().keep([kept('a', 'one')], NOW);
    const { keptMessages } = store.forGroup(`wg${runs}`);
    await bench.keeper().keep([kept('a', 'one', { keepUntil: NOW.plus({ days: 9 }) })], NOW);
    await keptMessages.prune(NOW.plus({ days: 8 }));
    expect(await bench.keeper().find('a')).toBeDefined();
    await keptMessages.prune(NOW.plus({ days: 10 }));
    expect(await bench.keeper().find('a')).toBeUndefined();
    bench.clock.set(NOW.plus({ days: 9 }));
    await bench.keeper().keep([kept('a', 'one', { keepUntil: NOW.plus({ days: 9 }) })], NOW);
    expect(bench.texts()).toEqual(['one']);
  });
});
