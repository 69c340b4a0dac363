import type { CalendarState } from '../calendar/snapshot.ts';

/** A job, how often it runs, and how long nothing was heard of it. */
export interface JobPulse {
  readonly name: string;
  readonly periodMs: number;
  readonly quietMs: number;
}

/** What decides whether the bot can serve. */
export type Readiness =
  | { readonly phase: 'starting' | 'stopping' }
  | {
      readonly phase: 'running';
      readonly connected: boolean;
      readonly storeWorks: boolean;
      readonly calendar: CalendarState;
    };

const MAX_QUIET_PERIODS = 5;

/** What only a restart can mend; empty while the bot is alive. */
export function lifeProblems(jobs: readonly JobPulse[]): string[] {
  return jobs
    .filter(({ periodMs, quietMs }) => quietMs > MAX_QUIET_PERIODS * periodMs)
    .map(({ name, quietMs }) => `job ${name}: no progress for ${Math.round(quietMs / 1000)} s`);
}

/** Why the bot can't serve now; empty when it is ready. */
export function readinessProblems(readiness: Readiness): string[] {
  if (readiness.phase !== 'running') return [readiness.phase];
  const { connected, storeWorks, calendar } = readiness;
  return [
    ...(connected ? [] : ['not connected to Slack']),
    ...(storeWorks ? [] : ['the database gives no answer']),
    // Once a reading has failed, the bot knows that it has no calendar, and says so in its answers.
    ...(calendar.kind === 'never read' && !calendar.failing ? ['the calendar is being read'] : []),
  ];
}
