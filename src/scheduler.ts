import type { DateTime } from 'luxon';
import { createTask, validate } from 'node-cron';
import type { Logger } from 'pino';
import type { InFlight } from './concurrency/in-flight.ts';
import { type Pulse, pulse } from './concurrency/pulse.ts';

/** A job that runs on a schedule. */
export interface ScheduledJob {
  readonly name: string;
  /** Cron expression, read in UTC. */
  readonly cron: string;
  run(): Promise<void>;
  /** Beats at each step of a run that may take longer than its period. */
  readonly pulse?: Pulse;
}

export interface Scheduler {
  /** Runs each job once, in order, as if it were due. */
  runNow(): Promise<void>;
  /** How long nothing was heard of each job: no start, no step, no end. */
  quiet(): readonly { readonly name: string; readonly quietMs: number }[];
  /** Starts no more runs and waits for those in progress, for at most `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

/** The time that cron expressions are checked against, and the timer that triggers the checks. */
export interface Ticks {
  now(): Clocks;
  /** Calls `look` repeatedly, on a clock that nobody can set; returns a function that stops it. */
  repeat(look: () => void): () => void;
}

/** Both clocks of the machine at one moment, in milliseconds. */
export interface Clocks {
  /** Since 1970. It can be set. */
  readonly wallMs: number;
  /** Since some moment in the past. It only goes forward. */
  readonly monotonicMs: number;
}

// Often enough for expressions with seconds.
const TICK_MS = 250;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
// A longer jump ahead counts as due without a look at which runs it skipped.
const MAX_LOOK_BACK_SECONDS = 600;
// The monotonic clock decides only when the wall clock has clearly fallen behind it.
const MAX_LAG_MS = 2_000;

const REAL_TICKS: Ticks = {
  now: () => ({ wallMs: Date.now(), monotonicMs: performance.now() }),
  repeat(look) {
    // Timers run on the monotonic clock, whatever happens to the wall clock.
    const timer = setInterval(look, TICK_MS);
    return () => clearInterval(timer);
  },
};

/**
 * Runs the jobs, each never more than once at a time. A failure is logged and the job runs again. A clock
 * that is set back delays no job; one that is set ahead, or a machine that was asleep, makes it run once.
 */
export function startJobs(
  jobs: readonly ScheduledJob[],
  inFlight: InFlight,
  logger: Logger,
  ticks: Ticks = REAL_TICKS,
): Scheduler {
  let stopped = false;
  const timed = jobs.map((job) => {
    const heart = job.pulse ?? pulse(() => ticks.now().monotonicMs);
    const run = exclusive(job, heart, inFlight, logger);
    return { name: job.name, cron: job.cron, heart, run };
  });
  // Groups share their expressions, and whether one is due takes longer to find out than all else here.
  const byCron = [...Map.groupBy(timed, ({ cron }) => cron)].map(([cron, due]) => ({
    isDue: dueSince(cron, ticks.now()),
    due,
  }));
  const endTicks = ticks.repeat(() => {
    for (const { isDue, due } of byCron) {
      if (isDue(ticks.now())) for (const { run } of due) void run();
    }
  });
  return {
    async runNow() {
      for (const { run } of timed) if (!stopped) await run();
    },
    quiet: () => timed.map(({ name, heart }) => ({ name, quietMs: heart.quietMs() })),
    async stop(timeoutMs) {
      stopped = true;
      endTicks();
      await inFlight.drain(timeoutMs);
    },
  };
}

export function isCronExpression(text: string): boolean {
  return validate(text);
}

/** When an expression was last due, to the minute, if that was at most so many minutes before `now`. */
export function lastDue(
  cron: string,
  now: DateTime<true>,
  withinMinutes: number,
): DateTime<true> | undefined {
  const task = expression(cron);
  const minute = now.startOf('minute');
  // In milliseconds: a calendar's arithmetic for each of the minutes takes longer than matching them.
  const minuteMs = minute.toMillis();
  const ago = range(0, withinMinutes).find((back) =>
    task.match(new Date(minuteMs - back * MINUTE_MS)),
  );
  return ago === undefined ? undefined : minute.minus({ minutes: ago });
}

/** node-cron parses the expression and says which seconds it matches; it starts nothing. */
function expression(cron: string) {
  return createTask(cron, () => {}, { timezone: 'UTC' });
}

/**
 * Whether an expression has been due since the last check, however many times. Time is the wall clock's;
 * when that is set back, the monotonic clock takes over until the next run.
 */
function dueSince(cron: string, start: Clocks): (now: Clocks) => boolean {
  const task = expression(cron);
  let last = start;
  return ({ wallMs, monotonicMs }) => {
    const elapsedMs = monotonicMs - last.monotonicMs;
    const nowMs = Math.max(wallMs, last.wallMs + elapsedMs);
    const from = Math.floor(last.wallMs / SECOND_MS) + 1;
    const second = Math.floor(nowMs / SECOND_MS);
    const isDue =
      second - from >= MAX_LOOK_BACK_SECONDS ||
      range(from, second).some((one) => task.match(new Date(one * SECOND_MS)));
    const isBehind = nowMs - wallMs > MAX_LAG_MS;
    last = { wallMs: isDue && isBehind ? wallMs : nowMs, monotonicMs };
    return isDue;
  };
}

/** Whole numbers from the first to the last; none when the last comes before. */
function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** A job whose failures are logged, and which never runs twice at the same time. */
function exclusive({ name, run }: ScheduledJob, heart: Pulse, inFlight: InFlight, logger: Logger) {
  const log = logger.child({ job: name });
  let running: Promise<void> | undefined;
  return () => {
    if (!running) heart.beat();
    running ??= inFlight
      .run(run)
      .catch((error: unknown) => log.error({ err: error }, 'job failed'))
      .finally(() => {
        heart.beat();
        running = undefined;
      });
    return running;
  };
}
