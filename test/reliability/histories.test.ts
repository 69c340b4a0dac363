import { expect, it } from 'vitest';
import { runHistory } from './history.ts';
import { SHORT, WHOLE } from './history-plan.ts';
import { breaches } from './model.ts';

// `SEED=17 npx vitest run test/reliability/histories.test.ts` replays one whole history.
const only = process.env.SEED === undefined ? undefined : Number(process.env.SEED);
const runs = process.env.SOAK ? 400 : 3;
const size = process.env.SOAK || only !== undefined ? WHOLE : SHORT;
const seeds = only === undefined ? Array.from({ length: runs }, (_, seed) => seed) : [only];

it(`${seeds.length} random histories of two groups leave Slack as their calendars require`, {
  timeout: runs * 60_000,
}, async () => {
  let posted = 0;
  for (const seed of seeds) {
    const history = await runHistory(seed, size);
    posted += history.slack.messages.length;
    expect(breaches(history), `seed ${seed}`).toEqual([]);
  }
  expect(posted).toBeGreaterThan(seeds.length);
});
