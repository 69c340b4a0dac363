import { describe, expect, it } from 'vitest';
import { inFlight } from '../src/concurrency/in-flight.ts';
import { startJobs } from '../src/scheduler.ts';
import { memoryLogger } from './support/build.ts';

const START = Date.parse('2026-12-01T12:00:30Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A hand-written wall clock and ticker. */
function handTicks() {
  let now = START;
  let look = () => {};
  return {
    ticks: {
      now: () => now,
      repeat(next: () => void) {
        look = next;
        return () => {
          look = () => {};
        };
      },
    },
    /** Lets time pass, one tick a second. */
    async pass(ms: number) {
      for (const end = now + ms; now < end; ) {
        now += 1_000;
        look();
        await Promise.resolve();
      }
    },
    step(ms: number) {
      now += ms;
    },
  };
}

function everyMinute(run: () => Promise<void> = async () => {}) {
  const hand = handTicks();
  const { logger, lines } = memoryLogger();
  let runs = 0;
  const job = {
    name: 'job',
    cron: '* * * * *',
    async run() {
      runs += 1;
      await run();
    },
  };
  const scheduler = startJobs([job], inFlight(), logger, hand.ticks);
  return { ...hand, scheduler, lines, runs: () => runs };
}

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
