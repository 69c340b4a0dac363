import { describe, expect, it } from 'vitest';
import type { Lookup, PostOutcome } from '../../src/reminders/ports.ts';
import { boundedPause } from '../../src/slack/pause.ts';
import { type Giving, persist } from '../../src/slack/persist.ts';

const POSTED = { kind: 'posted', channel: 'C1', ts: '2.000001' } as const;
const LOST = { kind: 'unknown', reason: 'connection lost' } as const;
const LIMITED = { kind: 'rate limited', retryAfterSeconds: 7 } as const;
const REFUSED = { kind: 'refused', reason: 'accesslimited', advice: 'Ask the admins.' } as const;
const FOUND = { kind: 'found', channel: 'C1', ts: '2.000009' } as const;
const NOT_THERE = { kind: 'not there' } as const;

/** A delivery with given outcomes, the last one repeated; what it did and how long it waited is recorded. */
function giving(outcomes: readonly PostOutcome[], lookups: readonly Lookup[] | 'repeat' | 'leave') {
  const done: string[] = [];
  const waits: number[] = [];
  const next = <T>(all: readonly T[], what: string): T => {
    const one = all[Math.min(done.filter((step) => step === what).length, all.length - 1)];
    done.push(what);
    if (one === undefined) throw new Error(`no ${what} was expected`);
    return one;
  };
  const ways: Giving = {
    give: async () => next(outcomes, 'give'),
    whenUnknown: typeof lookups === 'string' ? lookups : async () => next(lookups, 'look'),
  };
  const pause = async (ms: number) => {
    waits.push(ms);
    return 'go on' as const;
  };
  return { done, waits, run: (isUnsettled = false) => persist(ways, isUnsettled, pause) };
}

describe('an answer that Slack did not accept', () => {
  it.each([
    ['a limit', LIMITED],
    ['a connection that never came about', { kind: 'not posted', reason: 'ECONNREFUSED' }],
    ['a refusal that passes', REFUSED],
  ] as const)(
    'for %s is given later, without a look for what cannot be there',
    async (_, first) => {
      const { run, done } = giving([first, POSTED], []);
      expect(await run()).toEqual({ kind: 'given', ts: POSTED.ts });
      expect(done).toEqual(['give', 'give']);
    },
  );

  it('because of a rate limit waits as long as Slack asks', async () => {
    const { run, waits } = giving([LIMITED, POSTED], []);
    await run();
    expect(waits).toEqual([7_000]);
  });

  it('because of an hour’s rate limit is given up immediately', async () => {
    const hour = { kind: 'rate limited', retryAfterSeconds: 3600 } as const;
    const { run, waits } = giving([hour], []);
    expect(await run()).toMatchObject({ kind: 'given up', reason: 'rate limited' });
    expect(waits).toEqual([]);
  });

  it('for minutes is given up, with advice for the operator', async () => {
    const { run, done, waits } = giving([REFUSED], []);
    expect(await run()).toEqual({
      kind: 'given up',
      reason: REFUSED.reason,
      advice: REFUSED.advice,
    });
    expect(done.length).toBeLessThan(10);
    const minutes = waits.reduce((sum, ms) => sum + ms, 0) / 60_000;
    expect(minutes).toBeGreaterThan(1);
    expect(minutes).toBeLessThan(5);
  });

  it('because it is invalid is given up immediately', async () => {
    const { run, done } = giving([{ kind: 'unfit', reason: 'invalid_blocks' }], []);
    expect(await run()).toMatchObject({ kind: 'given up', reason: 'invalid_blocks' });
    expect(done).toEqual(['give']);
  });
});

describe('an answer that may have been given', () => {
  it('is not given again if it is there', async () => {
    const { run, done } = giving([LOST], [FOUND]);
    expect(await run()).toEqual({ kind: 'given', ts: FOUND.ts });
    expect(done).toEqual(['give', 'look']);
  });

  it('is given again if it is not there, and looked for again after each loss', async () => {
    const { run, done } = giving([LOST, LOST, POSTED], [NOT_THERE]);
    expect(await run()).toEqual({ kind: 'given', ts: POSTED.ts });
    expect(done).toEqual(['give', 'look', 'give', 'look', 'give']);
  });

  it('is looked for until Slack answers, and not given in the meantime', async () => {
    const unsure = { kind: 'try again', reason: 'timeout' } as const;
    const { run, done } = giving([LOST, POSTED], [unsure, unsure, NOT_THERE]);
    await run();
    expect(done).toEqual(['give', 'look', 'look', 'look', 'give']);
  });

  it('is given up if Slack refuses the search: none is better than two', async () => {
    const refused = { kind: 'refused', reason: 'missing_scope', advice: 'Reinstall.' } as const;
    const { run, done } = giving([LOST], [refused]);
    expect(await run()).toMatchObject({ kind: 'given up', reason: 'missing_scope' });
    expect(done).toEqual(['give', 'look']);
  });

  it('is left alone if it can’t be looked for', async () => {
    const { run, done } = giving([LOST], 'leave');
    expect(await run()).toMatchObject({ kind: 'given up' });
    expect(done).toEqual(['give']);
  });

  it('is given again if that changes nothing', async () => {
    const { run, done } = giving([LOST, POSTED], 'repeat');
    expect(await run()).toMatchObject({ kind: 'given' });
    expect(done).toEqual(['give', 'give']);
  });

  it('by a process that died is looked for first', async () => {
    const { run, done } = giving([POSTED], [FOUND]);
    expect(await run(true)).toEqual({ kind: 'given', ts: FOUND.ts });
    expect(done).toEqual(['look']);
  });
});

describe('the wait between two attempts', () => {
  it('ends when the bot stops, and the answer is given up', async () => {
    const stopping = new AbortController();
    const waiting = boundedPause(stopping.signal)(3_600_000);
    stopping.abort();
    expect(await waiting).toBe('give up');
  });

  it('is for at most a hundred at a time, so that an outage doesn’t fill the memory', async () => {
    const stopping = new AbortController();
    const pause = boundedPause(stopping.signal);
    const hundred = Array.from({ length: 100 }, () => pause(3_600_000));
    expect(await pause(3_600_000)).toBe('give up');
    stopping.abort();
    await Promise.all(hundred);
    expect(await boundedPause(new AbortController().signal)(1)).toBe('go on');
  });
});
