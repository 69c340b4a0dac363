import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Connection,
  type KeptConnection,
  keepConnected,
} from '../../src/slack/keep-connected.ts';
import { type VirtualTime, virtualTime } from '../support/virtual-time.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A Slack that a test turns off and on. */
function frailSlack(time: VirtualTime) {
  let up = true;
  let triedAt: number[] = [];
  let lose: () => void = () => {};
  const slack = {
    /** How long a failed attempt takes. */
    hangsMs: 0,
    tries: () => triedAt,
    connect(): Connection {
      const lost = new Promise<void>((resolve) => {
        lose = resolve;
      });
      return {
        lost,
        async open() {
          triedAt.push(time.elapsedMs());
          if (up) return;
          if (slack.hangsMs > 0) await time.wait(slack.hangsMs, new AbortController().signal);
          throw new Error('down');
        },
        close: async () => lose(),
      };
    },
    lose: () => lose(),
    goDown() {
      up = false;
      triedAt = [];
      lose();
    },
    comeUp() {
      up = true;
      triedAt = [];
    },
  };
  return slack;
}

let time: VirtualTime;
let slack: ReturnType<typeof frailSlack>;
let told: string[];
let kept: KeptConnection;

async function connected(random = () => 0): Promise<void> {
  time = virtualTime();
  slack = frailSlack(time);
  told = [];
  const watch = {
    connected: () => told.push('connected'),
    failed: () => {},
    down: () => told.push('down'),
    back: () => told.push('back'),
  };
  kept = keepConnected(slack.connect, watch, time, random);
  await kept.open();
  kept.keep();
  await time.advance(MINUTE);
  told = [];
}

beforeEach(() => connected());

describe('a connection', () => {
  it('that Slack closes is immediately followed by another', async () => {
    slack.lose();
    await time.advance(0);
    expect(told).toEqual(['connected']);
  });

  it('is retried with growing delays, of at most half a minute', async () => {
    slack.goDown();
    await time.advance(3 * MINUTE);
    expect(
      slack
        .tries()
        .slice(1)
        .map((at, index) => at - (slack.tries()[index] ?? 0)),
    ).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30].map((seconds) => seconds * SECOND));
  });

  it('that is down for a minute is reported, as is its return', async () => {
    slack.goDown();
    await time.advance(MINUTE - 1);
    expect(told).toEqual([]);
    await time.advance(1);
    expect(told).toContain('down');
    slack.comeUp();
    await time.advance(MINUTE);
    expect(told.at(-1)).toBe('back');
  });

  it('that is down for less is not reported', async () => {
    slack.goDown();
    await time.advance(MINUTE / 2);
    slack.comeUp();
    await time.advance(5 * MINUTE);
    expect(told).toEqual(['connected']);
  });

  it('node-slack-sdk#1652: that opens and is lost again and again counts as down', async () => {
    for (let second = 0; second < 120; second += 1) {
      slack.lose();
      await time.advance(SECOND);
    }
    expect(told).toContain('down');
    expect(told).not.toContain('back');
    expect(slack.tries().length).toBeLessThan(15);
    await time.advance(MINUTE);
    expect(told.at(-1)).toBe('back');
  });

  it('is back within a minute of Slack, however long Slack was down', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4000 }),
        fc.constantFrom(0, 10 * SECOND, 20 * SECOND),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (seconds, hangsMs, random) => {
          await connected(() => random);
          slack.hangsMs = hangsMs;
          slack.goDown();
          await time.advance(seconds * SECOND);
          slack.comeUp();
          await time.advance(MINUTE);
          expect(told).toContain('connected');
        },
      ),
      { numRuns: 30 },
    );
  });

  it('that is closed stays closed', async () => {
    await kept.close();
    await time.advance(5 * MINUTE);
    expect(told).toEqual([]);
    expect(slack.tries()).toHaveLength(1);
  });

  it('that is closed while it is down is not retried', async () => {
    slack.goDown();
    await time.advance(10 * SECOND);
    const before = slack.tries().length;
    await kept.close();
    await time.advance(5 * MINUTE);
    expect(slack.tries()).toHaveLength(before);
    expect(told).toEqual([]);
  });
});
