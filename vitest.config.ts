import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { COMPILE_CACHE } from './test/support/process.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/support/global-setup.ts'],
    // Machines are slow at times. What waits for something goes on as soon as it is there; these end what never would.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // The bot's worker threads compile the same files again and again, too.
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
    // Modules keep no state but caches, and loading them anew for each file takes as long as the tests.
    isolate: false,
    // The long tests wait for processes more than they compute.
    maxWorkers: 5,
    maxConcurrency: 3,
  },
});
