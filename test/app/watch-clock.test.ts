import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { startServices } from '../../sandbox/world.ts';
import { clockWatch } from '../../src/app/watch-clock.ts';
import { parseConfig } from '../../src/config/config.ts';
import { problemList } from '../../src/problems.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { fetchWithTime } from '../../src/slack/slack-time.ts';
import { at, silent } from '../support/build.ts';

const NOW = at('2026-12-02T08:50Z', 'utc');

describe('a clock that differs from Slack’s', () => {
  it.each([
    [-360_000, /6 min ahead of Slack's/],
    [3_600_000, /60 min behind Slack's/],
  ])('by %i ms is a problem until it is corrected', (skewMs, words) => {
    const problems = problemList(silent);
    const watch = clockWatch(problems, manualClock(NOW));
    watch(20_000);
    expect(problems.list()).toEqual([]);
    watch(skewMs);
    expect(problems.list()).toMatchObject([{ cause: 'clock', what: expect.stringMatching(words) }]);
    watch(-1_000);
    expect(problems.list()).toEqual([]);
  });

  it('is detected from the Date of Slack’s responses', async () => {
    const slackTime = manualClock(NOW);
    const ours = manualClock(NOW.plus({ minutes: 6 }));
    const services = await startServices({ clock: ours, events: [], slack: { clock: slackTime } });
    const skews: number[] = [];
    const { slack } = parseConfig(services.env);
    const timed = fetchWithTime((skewMs) => skews.push(skewMs), ours);
    await singleTryClient(slack, silent, timed).auth.test();
    expect(skews).toEqual([-360_000]);
    await services.close();
  });
});
