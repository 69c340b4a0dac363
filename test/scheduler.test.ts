import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFlight } from '../src/concurrency/in-flight.ts';
import { pulse } from '../src/concurrency/pulse.ts';
import { startJobs } from '../src/scheduler.ts';
import { memoryLogger } from './support/build.ts';

const START = Date.parse('2026-12-01T12:00:30Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A hand-written wall clock and ticker. */
function handTicks() {
  let clocks = { wallMs: START, monotonicMs: 5_000 };
  let look = () => {};
  return {
    ticks: {
      now: () => clocks,
      repeat(next: () => void) {
        look = next;
        return () => {
          look = () => {};
        };
      },
    },
    /** Lets time pass, one tick a second. */
    async pass(ms: number) {
      for (const end = clocks.monotonicMs + ms; clocks.monotonicMs < end; ) {
        const { wallMs, monotonicMs } = clocks;
        clocks = { wallMs: wallMs + 1_000, monotonicMs: monotonicMs + 1_000 };
        look();
        await Promise.resolve();
      }
    },
    /** Sets the wall clock, or lets the machine sleep. */
    step(ms: number) {
      clocks = { ...clocks, wallMs: clocks.wallMs + ms };
    },
  };
}

function everyMinute(run: () => Promise<void> = async () => {}, cron = '* * * * *') {
  const hand = handTicks();
  const { logger, lines } = memoryLogger();
  let runs = 0;
  const job = {
    name: 'job',
    cron,
    async run() {
      runs += 1;
      await run();
    },
  };
  const scheduler = startJobs([job], inFlight(), logger, hand.ticks);
  return { ...hand, scheduler, lines, runs: () => runs };
}

describe('how long nothing was heard of a job', () => {
  it('is never longer than its period while it runs in time', async () => {
    const { pass, scheduler } = everyMinute();
    await pass(10 * MINUTE);
    expect(scheduler.quiet()).toEqual([{ name: 'job', quietMs: expect.any(Number) }]);
    expect(scheduler.quiet()[0]?.quietMs).toBeLessThanOrEqual(MINUTE);
  });

  it('grows while a run hangs, though its time comes again and again', async () => {
    const { pass, scheduler } = everyMinute(() => new Promise(() => {}));
    await pass(10 * MINUTE);
    expect(scheduler.quiet()[0]?.quietMs).toBeGreaterThan(9 * MINUTE);
  });

  it('starts over with each step of a run that takes long', async () => {
    const { ticks, pass } = handTicks();
    const heart = pulse(() => ticks.now().monotonicMs);
    const run = () => new Promise<void>(() => {});
    const job = { name: 'job', cron: '* * * * *', run, pulse: heart };
    const scheduler = startJobs([job], inFlight(), memoryLogger().logger, ticks);
    await pass(10 * MINUTE);
    heart.beat();
    await pass(MINUTE);
    expect(scheduler.quiet()).toEqual([{ name: 'job', quietMs: MINUTE }]);
  });
});

describe('a job', () => {
  it('runs at each time of its expression', async () => {
    const { pass, runs } = everyMinute();
    await pass(29_000);
    expect(runs()).toBe(0);
    await pass(10 * MINUTE);
    expect(runs()).toBe(10);
  });

  it('keeps running after the clock was set back by an hour', async () => {
    const { pass, step, runs } = everyMinute();
    await pass(5 * MINUTE);
    step(-HOUR);
    await pass(5 * MINUTE);
    expect(runs()).toBe(10);
  });

  it.each([HOUR, 365 * 24 * HOUR])(
    'runs once, and then as before, when the clock was set ahead by %i ms or the machine slept',
    async (ahead) => {
      const { pass, step, runs } = everyMinute();
      await pass(5 * MINUTE);
      step(ahead);
      await pass(1_000);
      expect(runs()).toBe(6);
      await pass(5 * MINUTE);
      expect(runs()).toBe(11);
    },
  );

  it('goes on when the clock is set back again and again, before it can fall due', async () => {
    const { pass, step, runs } = everyMinute();
    for (let times = 0; times < 30; times += 1) {
      step(-20_000);
      await pass(20_000);
    }
    expect(runs()).toBeGreaterThanOrEqual(9);
  });

  it.each([
    ['a few minutes', 6 * MINUTE, 1],
    ['an hour', HOUR, 1],
    ['a moment, before it is due', MINUTE, 0],
  ])('of once a day runs if its time fell into a sleep of %s', async (_, slept, expected) => {
    const { pass, step, runs } = everyMinute(undefined, '5 12 * * *');
    await pass(5_000);
    step(slept);
    await pass(1_000);
    expect(runs()).toBe(expected);
  });

  it('is left waiting by no series of steps for longer than its pattern, and never floods', async () => {
    const steps = fc.array(
      fc.record({
        stepMs: fc.oneof(
          fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
          fc.integer({ min: -90_000, max: 90_000 }),
        ),
        passSeconds: fc.integer({ min: 1, max: 150 }),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { pass, step, runs } = everyMinute();
        let [waited, total] = [0, 0];
        for (const { stepMs, passSeconds } of taken) {
          step(stepMs);
          for (let second = 0; second < passSeconds; second += 1) {
            const before = runs();
            await pass(1_000);
            await new Promise(setImmediate);
            waited = runs() > before ? 0 : waited + 1;
            total += 1;
            expect(waited).toBeLessThanOrEqual(60);
          }
        }
        expect(runs()).toBeLessThanOrEqual(total / 60 + taken.length * 2 + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('never runs twice at once, and keeps running after a logged failure', async () => {
    let finish = () => {};
    const { pass, runs, lines } = everyMinute(
      () =>
        new Promise((_, reject) => {
          finish = () => reject(new Error('bug'));
        }),
    );
    await pass(5 * MINUTE);
    expect(runs()).toBe(1);
    finish();
    await new Promise(setImmediate);
    await pass(MINUTE);
    expect(runs()).toBe(2);
    expect(lines).toMatchObject([{ msg: 'job failed', job: 'job' }]);
  });

  it('does not start after a stop, which waits for runs in progress', async () => {
    const { pass, runs, scheduler } = everyMinute();
    await scheduler.runNow();
    await scheduler.stop(1_000);
    await pass(5 * MINUTE);
    await scheduler.runNow();
    expect(runs()).toBe(1);
  });
});
