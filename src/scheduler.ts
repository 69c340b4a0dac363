import { createTask, validate } from 'node-cron';
import type { Logger } from 'pino';
import type { InFlight } from './concurrency/in-flight.ts';

/** A job that runs by the clock. */
export interface ScheduledJob {
  readonly name: string;
  /** Cron expression, read in UTC. */
  readonly cron: string;
  run(): Promise<void>;
}

export interface Scheduler {
  /** Runs each job once, in their order, as if it were time. */
  runNow(): Promise<void>;
  /** Starts no further run and waits for those under way, `timeoutMs` at most. */
  stop(timeoutMs: number): Promise<void>;
}

/** Runs the jobs, none of them twice at once. A job that fails is logged and runs again. */
export function startJobs(
  jobs: readonly ScheduledJob[],
  inFlight: InFlight,
  logger: Logger,
): Scheduler {
  let stopped = false;
  const logged = jobs.map(({ name, cron, run }) => {
    const log = logger.child({ job: name });
    async function runLogged(): Promise<void> {
      if (stopped) return;
      try {
        await inFlight.run(run);
      } catch (error) {
        log.error({ err: error }, 'job failed');
      }
    }
    return { name, cron, log, runLogged };
  });
  const tasks = logged.map(({ name, cron, log, runLogged }) => {
    const task = createTask(cron, runLogged, {
      name,
      timezone: 'UTC',
      noOverlap: true,
      logger: cronLogger(log),
    });
    void task.start();
    return task;
  });
  return {
    async runNow() {
      for (const { runLogged } of logged) await runLogged();
    },
    async stop(timeoutMs) {
      stopped = true;
      await Promise.all(tasks.map((task) => task.destroy()));
      await inFlight.drain(timeoutMs);
    },
  };
}

export function isCronExpression(text: string): boolean {
  return validate(text);
}

/** The longest time between two runs of an expression, in minutes, over its next runs. */
export function longestGapMinutes(cron: string): number {
  const RUNS = 200;
  const runs = createTask(cron, () => {}, { timezone: 'UTC' }).getNextRuns(RUNS);
  const gaps = runs.slice(1).map((run, index) => run.getTime() - (runs[index]?.getTime() ?? 0));
  return Math.max(0, ...gaps) / 60_000;
}

/** node-cron's notices, such as a run that came late, in pino. */
function cronLogger(logger: Logger) {
  return {
    info: (message: string) => logger.debug(message),
    warn: (message: string) => logger.warn(message),
    error: (message: string | Error) => logger.error(String(message)),
    debug: () => {},
  };
}
