import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Problem } from './ports.ts';

/** The problems that there are: each is one line in the log, however often it is met. */
export interface Problems {
  report(cause: Problem['cause'], what: string, advice: string, now: DateTime): void;
  solved(cause: Problem['cause']): void;
  list(): readonly Problem[];
}

export function problemList(logger: Logger): Problems {
  const open = new Map<Problem['cause'], Problem>();
  return {
    report(cause, what, advice, now) {
      const known = open.get(cause);
      if (known?.what === what) return;
      open.set(cause, { cause, what, advice, since: now });
      logger.error({ cause, what, advice }, 'problem');
    },
    solved(cause) {
      if (open.delete(cause)) logger.info({ cause }, 'problem solved');
    },
    list: () => [...open.values()],
  };
}
