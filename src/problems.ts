import type { DateTime } from 'luxon';
import type { Journal } from './journal.ts';

/** What can keep the bot from working until an operator acts. */
export const CAUSES = [
  'posting',
  'editing',
  'organizers',
  'history',
  'calendar',
  'playlist',
  'community',
  'database',
  'connection',
  'membership',
  'clock',
] as const;

/** Something that keeps the bot from working until an operator acts. */
export interface Problem {
  readonly cause: (typeof CAUSES)[number];
  readonly what: string;
  readonly advice: string;
  readonly since: DateTime<true>;
}

/** The open problems: each is one line in the log, however often it occurs. */
export interface Problems {
  report(cause: Problem['cause'], what: string, advice: string, now: DateTime<true>): void;
  solved(cause: Problem['cause']): void;
  list(): readonly Problem[];
}

export function problemList(journal: Journal): Problems {
  const open = new Map<Problem['cause'], Problem>();
  return {
    report(cause, what, advice, now) {
      const known = open.get(cause);
      if (known?.what === what) return;
      open.set(cause, { cause, what, advice, since: now });
      journal.error({ cause, what, advice }, 'problem');
    },
    solved(cause) {
      if (open.delete(cause)) journal.info({ cause }, 'problem solved');
    },
    list: () => [...open.values()],
  };
}
