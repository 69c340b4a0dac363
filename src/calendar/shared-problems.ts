import type { Problems } from '../problems.ts';

/**
 * The problems of several calendars that share one list: what one has is solved only when no other has
 * it too.
 */
export function sharedProblems(problems: Problems): () => Problems {
  const holders = new Map<string, Set<symbol>>();
  return () => {
    const self = Symbol('calendar');
    return {
      list: problems.list,
      report(cause, what, advice, now) {
        holders.set(cause, (holders.get(cause) ?? new Set()).add(self));
        problems.report(cause, what, advice, now);
      },
      solved(cause) {
        const holding = holders.get(cause);
        holding?.delete(self);
        if (!holding?.size) problems.solved(cause);
      },
    };
  };
}
