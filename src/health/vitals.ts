import type { Problem } from '../problems.ts';
import type { GroupCalendarState, JobPulse } from './probes.ts';

/** What probes and metrics look at in a running bot. */
export interface Vitals {
  isConnected(): boolean;
  /** Fails when the store can't be reached. */
  pingStore(): Promise<void>;
  /** Of each group. */
  calendars(): readonly GroupCalendarState[];
  /** Of all groups, and of the process. */
  problems(): readonly Problem[];
  jobs(): readonly JobPulse[];
}
