import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import { CAUSES } from '../problems.ts';
import { VERSION } from '../version.ts';
import type { Vitals } from './vitals.ts';

const RESOLUTION_MS = 20;
const QUANTILES = [50, 99, 100];

/** How long work that was due had to wait for other work. */
export interface EventLoopLag {
  /** The seconds at each percentile since the last call. */
  take(): ReadonlyMap<number, number>;
  end(): void;
}

export function eventLoopLag(): EventLoopLag {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  return {
    take() {
      // What is measured is the time between two timers, most of which they wait on purpose.
      const seconds = (percentile: number) =>
        Math.max(0, delays.percentile(percentile) / 1e9 - RESOLUTION_MS / 1000);
      const taken = new Map(QUANTILES.map((percentile) => [percentile, seconds(percentile)]));
      delays.reset();
      return taken;
    },
    end: () => delays.disable(),
  };
}

/** What is looked up when somebody asks. */
export function registerGauges(
  registry: Registry,
  vitals: () => Vitals | undefined,
  clock: Clock,
  lag: EventLoopLag,
): void {
  const registers = [registry];
  new Gauge({
    name: 'wg_serving_bot_calendar_age_seconds',
    help: 'Age of the copy of the calendar, by group; absent when there is none',
    labelNames: ['group'],
    registers,
    collect() {
      this.reset();
      for (const { groupId: group, state } of vitals()?.calendars() ?? []) {
        if (state.kind !== 'read') continue;
        this.set({ group }, Math.max(0, clock.now().diff(state.readAt).as('seconds')));
      }
    },
  });
  new Gauge({
    name: 'wg_serving_bot_open_problems',
    help: 'How many groups have a problem that an operator has to fix, by cause',
    labelNames: ['cause'],
    registers,
    collect() {
      const open = vitals()?.problems() ?? [];
      for (const cause of CAUSES) {
        this.set({ cause }, open.filter((problem) => problem.cause === cause).length);
      }
    },
  });
  new Gauge({
    name: 'wg_serving_bot_event_loop_lag_seconds',
    help: 'How long due work waited for other work since the last scrape',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const [percentile, seconds] of lag.take()) {
        this.set({ quantile: percentile / 100 }, seconds);
      }
    },
  });
  new Gauge({
    name: 'wg_serving_bot_build_info',
    help: 'Always 1; its labels say what runs',
    labelNames: ['version', 'node_version'],
    registers,
  }).set({ version: VERSION, node_version: process.versions.node }, 1);
}
