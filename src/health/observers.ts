import type { ObserveRead } from '../calendar/ports.ts';
import type { ObserveFeedback } from '../feedback/tally.ts';
import type { ObserveAttempt } from '../reminders/ports.ts';
import type { ObserveCall, ObserveRequest } from '../slack/ports.ts';

/** Who is told what the bot does, to count it. */
export interface Observers {
  readonly request: ObserveRequest;
  readonly feedback: ObserveFeedback;
  readonly attempt: ObserveAttempt;
  /** Of the group with this ID. */
  readonly readOf: (groupId: string) => ObserveRead;
  readonly call: ObserveCall;
}

/** Tells nobody. */
export const UNOBSERVED: Observers = {
  request() {},
  feedback() {},
  attempt() {},
  readOf: () => () => {},
  call() {},
};
