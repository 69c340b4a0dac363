import { monitorEventLoopDelay } from 'node:perf_hooks';

// Loaded into a program under test: measures its event loop between two messages from the bench.

const RESOLUTION_MS = 1;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

process.on('message', (message) => {
  if (message === 'begin') {
    delays.reset();
    delays.enable();
    return;
  }
  delays.disable();
  const lag = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  process.send?.({ p99: lag(delays.percentile(99)), max: lag(delays.max) });
});
process.channel?.unref();
