import type { Destination } from './destination.ts';
import type { LeadTimes } from './lead-times.ts';

/** How long before which meetings someone wants a reminder. */
export interface Wanted {
  /** A workstream or the name of a meeting; if absent, every meeting. */
  readonly about: string | undefined;
  readonly leadTimes: LeadTimes;
}

/** What a destination is reminded of. */
export interface Subscription extends Wanted {
  readonly destination: Destination;
}

/** What one person has asked to be reminded of. */
export interface PersonalSubscription extends Wanted {
  readonly userId: string;
}

/** What is wanted, and by how many. */
export interface Demand extends Wanted {
  readonly count: number;
}
