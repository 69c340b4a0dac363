import { createTask } from 'node-cron';

const DAY_MINUTES = 24 * 60;
// Enough runs for every day of a year, every hour of a day, every minute of an hour.
const MAX_RUNS = { days: 367, hours: 25, minutes: 61 };

/**
 * The longest time between two runs of a cron expression in UTC, in minutes. Looks at a whole year,
 * so that a night or a weekend without runs counts.
 */
export function longestGapMinutes(cron: string): number {
  const fields = cron.trim().split(/\s+/);
  // Of six fields the first is the seconds. A name such as @daily has its runs evenly spread.
  const [minute, hour, ...day] = fields.length === 6 ? fields.slice(1) : fields;
  if (hour === undefined) return longest(gaps(runsOf(cron, MAX_RUNS.hours)));
  const hours = unique(runsOf(`0 ${hour} * * *`, MAX_RUNS.hours).map((run) => run.getUTCHours()));
  const minutes = unique(
    runsOf(`${minute} * * * *`, MAX_RUNS.minutes).map((run) => run.getUTCMinutes()),
  );
  const times = hours.flatMap((h) => minutes.map((m) => h * 60 + m));
  const overnight = DAY_MINUTES - (times.at(-1) ?? 0) + (times[0] ?? 0);
  const everyDay = day.every((field) => field === '*');
  const betweenDays = everyDay
    ? DAY_MINUTES
    : longest(gaps(runsOf(`0 0 ${day.join(' ')}`, MAX_RUNS.days)));
  return Math.max(
    betweenDays - DAY_MINUTES + overnight,
    ...times.slice(1).map((time, index) => time - (times[index] ?? 0)),
  );
}

function runsOf(cron: string, count: number): Date[] {
  return createTask(cron, () => {}, { timezone: 'UTC' }).getNextRuns(count);
}

function gaps(runs: readonly Date[]): number[] {
  return runs
    .slice(1)
    .map((run, index) => (run.getTime() - (runs[index]?.getTime() ?? 0)) / 60_000);
}

function longest(minutes: readonly number[]): number {
  return Math.max(0, ...minutes);
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
