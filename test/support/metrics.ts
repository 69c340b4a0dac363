import { botMetrics, type Metrics } from '../../src/health/metrics.ts';
import type { Vitals } from '../../src/health/vitals.ts';
import { at } from './build.ts';

export const SCRAPED_AT = at('2026-12-02T08:50');

/** The bot's metrics, over what a bot is made to look like. */
export function metricsOver(vitals: Vitals | undefined): Metrics {
  const lag = { take: () => new Map([[99, 0.02]]), end() {} };
  return botMetrics(() => vitals, { now: () => SCRAPED_AT }, lag);
}

/** The samples of a scrape, by name and labels. */
export function samplesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

/** The names of all metrics. */
export async function readMetricNames(): Promise<string[]> {
  const text = await metricsOver(undefined).render();
  return [...text.matchAll(/^# TYPE (\S+)/gmu)].map(([, name = '']) => name);
}
