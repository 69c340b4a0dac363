import { longestGapMinutes } from '../config/cron-gap.ts';
import type { JobPulse } from '../health/probes.ts';
import type { ScheduledJob, Scheduler } from '../scheduler.ts';

/** How long nothing was heard of each job, and how long that may be. */
export function jobPulses(
  jobs: readonly ScheduledJob[],
  scheduler: Pick<Scheduler, 'quiet'>,
): () => JobPulse[] {
  // Groups share their schedules, and working one out takes milliseconds.
  const crons = new Set(jobs.map(({ cron }) => cron));
  const periods = new Map([...crons].map((cron) => [cron, longestGapMinutes(cron) * 60_000]));
  const cronOf = new Map(jobs.map(({ name, cron }) => [name, cron]));
  return () =>
    scheduler.quiet().map((job) => ({
      ...job,
      periodMs: periods.get(cronOf.get(job.name) ?? '') ?? Infinity,
    }));
}
