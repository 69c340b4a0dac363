import { longestGapMinutes } from '../config/cron-gap.ts';
import type { JobPulse } from '../health/probes.ts';
import type { ScheduledJob, Scheduler } from '../scheduler.ts';

/** How long nothing was heard of each job, and how long that may be. */
export function jobPulses(
  jobs: readonly ScheduledJob[],
  scheduler: Pick<Scheduler, 'quiet'>,
): () => JobPulse[] {
  const periods = new Map(jobs.map(({ name, cron }) => [name, longestGapMinutes(cron) * 60_000]));
  return () =>
    scheduler.quiet().map((job) => ({ ...job, periodMs: periods.get(job.name) ?? Infinity }));
}
