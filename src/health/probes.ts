import type { CalendarState } from '../calendar/snapshot.ts';

/** A job, how often it runs, and how long nothing was heard of it. */
export interface JobPulse {
  readonly name: string;
  readonly periodMs: number;
  readonly quietMs: number;
}

export interface GroupCalendarState {
  readonly groupId: string;
  readonly state: CalendarState;
}

/** What decides whether the bot can serve. */
export type Readiness =
  | { readonly phase: 'starting' | 'stopping' }
  | {
      readonly phase: 'running';
      readonly connected: boolean;
      readonly storeWorks: boolean;
      readonly calendars: readonly GroupCalendarState[];
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
  const { connected, storeWorks, calendars } = readiness;
  return [
    ...(connected ? [] : ['not connected to Slack']),
    ...(storeWorks ? [] : ['the database gives no answer']),
    ...(calendars.some(({ state }) => isBeingRead(state)) ? ['the calendar is being read'] : []),
  ];
}

/** Once a reading has failed, the bot knows that it has no calendar, and says so in its answers. */
function isBeingRead(state: CalendarState): boolean {
  return state.kind === 'never read' && !state.failing;
}
