import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import type { Intent } from '../questions/intents.ts';
import type { Feedback, Verdict } from './feedback.ts';

/** Is told what somebody said of an answer, once for each person and answer. */
export type ObserveFeedback = (feedback: Feedback) => void;

export type Counts = Readonly<Record<Verdict, number>>;

/** How often people said what of the answers, since `since`. */
export interface FeedbackTally {
  readonly since: DateTime<true>;
  counts(): ReadonlyMap<Intent, Counts>;
  /** Counts what somebody says of an answer, unless they have said something of it before. */
  note(feedback: Feedback, said: Said): void;
}

/** Who said something of which answer. */
export interface Said {
  readonly userId: string;
  readonly channel: string;
  /** Message id of the answer, which says something else once its question is edited. */
  readonly ts: string;
}

// Who presses again, does so within the next some thousand presses of everybody.
const MAX_SAID = 5_000;
const NONE: Counts = { helpful: 0, 'not what I asked': 0 };

/** Counts in memory, from `since` on. */
export function feedbackTally(since: DateTime<true>, observe: ObserveFeedback): FeedbackTally {
  const counts = new Map<Intent, Counts>();
  const said = new LRUCache<string, true>({ max: MAX_SAID });
  return {
    since,
    counts: () => counts,
    note(feedback, { userId, channel, ts }) {
      const { intent, verdict } = feedback;
      const key = [userId, channel, ts, intent].join(' ');
      if (said.has(key)) return;
      said.set(key, true);
      const before = counts.get(intent) ?? NONE;
      counts.set(intent, { ...before, [verdict]: before[verdict] + 1 });
      observe(feedback);
    },
  };
}
