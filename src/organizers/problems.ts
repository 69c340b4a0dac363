import type { Problem, Problems } from '../problems.ts';

/**
 * What keeps messages from the organizers is one problem, apart from what keeps reminders from the
 * group: the one may work while the other doesn't. It is solved by what works again, and by nothing else.
 */
export function organizersProblems(
  problems: Pick<Problems, 'report' | 'solved'>,
): Pick<Problems, 'report' | 'solved'> {
  let open: Problem['cause'] | undefined;
  return {
    report(cause, what, advice, now) {
      open = cause;
      problems.report('organizers', `${what} (a message for organizers)`, advice, now);
    },
    solved(cause) {
      if (cause !== open) return;
      open = undefined;
      problems.solved('organizers');
    },
  };
}
