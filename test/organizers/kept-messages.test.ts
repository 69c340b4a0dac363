import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { ACTORS, CHANNEL } from '../../sandbox/world.ts';
import type { MessageKeeper } from '../../src/organizers/kept-messages.ts';
import type { GroupStore } from '../../src/store/open.ts';
import { memoryStore } from '../support/engine.ts';
import { type KeepingBench, keepingBench, kept, NOW } from '../support/kept-messages.ts';

let store: GroupStore;
let bench: KeepingBench;
let keeper: MessageKeeper;

beforeEach(async () => {
  store = await memoryStore();
  bench = await keepingBench(() => store);
  keeper = bench.keeper();
});
afterEach(() => bench.services.close());

const calls = (method: string) =>
  bench.services.slack.calls.filter((call) => call.method === method).length;
const members = () => bench.services.slack.workspace.channels.get(CHANNEL)?.members;

describe('a kept message', () => {
  it('costs no call of Slack while it says what it should', async () => {
    for (const _run of [1, 2, 3]) await keeper.keep([kept('a', 'one')], NOW);
    expect(bench.texts()).toEqual(['one']);
    expect(calls('chat.update') + calls('conversations.history')).toBe(0);
  });

  it('stays as it is when it is no longer named, and is only edited when told so', async () => {
    await keeper.keep([kept('a', 'one')], NOW);
    await keeper.keep([kept('b', 'two', { ifAbsent: 'leave' })], NOW);
    expect(bench.texts()).toEqual(['one']);
    await keeper.keep([kept('a', 'changed', { ifAbsent: 'leave' })], NOW);
    expect(bench.texts()).toEqual(['changed']);
  });

  it('is not changed back by words from older data', async () => {
    await keeper.keep([kept('a', 'new')], NOW);
    await keeper.keep([kept('a', 'old')], NOW.minus({ minutes: 1 }));
    expect(bench.texts()).toEqual(['new']);
    await keeper.keep([kept('a', 'from a wrong clock')], NOW.plus({ hours: 1 }));
    await keeper.keep([kept('a', 'right')], NOW.plus({ minutes: 1 }));
    expect(bench.texts()).toEqual(['right']);
  });

  it('may be a direct message, and is found where Slack put it', async () => {
    const destination = { kind: 'person', userId: ACTORS.organizer.id } as const;
    await keeper.keep([kept('a', 'one', { destination })], NOW);
    await keeper.keep([kept('a', 'two', { destination })], NOW);
    const direct = bench.services.slack.workspace.directChannel(ACTORS.organizer.id);
    expect(bench.texts(direct)).toEqual(['two']);
    expect(await keeper.find('a')).toMatchObject({ channel: direct });
  });

  it('that Slack refuses is a problem until it is posted', async () => {
    members()?.delete(BOT.userId);
    await keeper.keep([kept('a', 'one')], NOW);
    expect(bench.problems.list()).toMatchObject([
      { cause: 'organizers', what: expect.stringContaining('not_in_channel') },
    ]);
    members()?.add(BOT.userId);
    bench.clock.set(NOW.plus({ minutes: 11 }));
    await keeper.keep([kept('a', 'one')], NOW);
    expect(bench.texts()).toEqual(['one']);
    expect(bench.problems.list()).toEqual([]);
  });

  it('waits with all others when Slack asks to wait', async () => {
    bench.setFault(({ method }, run) =>
      method === 'chat.postMessage'
        ? {
            status: 429,
            headers: { 'retry-after': '30' },
            body: { ok: false, error: 'ratelimited' },
          }
        : run(),
    );
    await keeper.keep([kept('a', 'one'), kept('b', 'two')], NOW);
    expect(calls('chat.postMessage')).toBe(1);
    bench.setFault((_, run) => run());
    bench.clock.set(NOW.plus({ seconds: 31 }));
    await keeper.keep([kept('a', 'one'), kept('b', 'two')], NOW);
    expect(bench.texts()).toEqual(['one', 'two']);
  });

  it('that someone deleted is not edited again and again', async () => {
    await keeper.keep([kept('a', 'one')], NOW);
    const found = await keeper.find('a');
    bench.services.slack.workspace.remove(found?.ts ?? '');
    for (const _run of [1, 2, 3]) await keeper.keep([kept('a', 'two')], NOW);
    expect(calls('chat.update')).toBe(1);
    await keeper.remove([kept('a', 'two')]);
    expect(bench.texts()).toEqual([]);
  });
});
