import type { CalendarState } from '../calendar/snapshot.ts';
import type { Problem } from '../problems.ts';
import type { JobPulse } from './probes.ts';

/** What probes and metrics look at in a running bot. */
export interface Vitals {
  isConnected(): boolean;
  /** Fails when the store can't be reached. */
  pingStore(): Promise<void>;
  calendar(): CalendarState;
  problems(): readonly Problem[];
  jobs(): readonly JobPulse[];
}
