import type { Clock } from '../clock.ts';
import type { Problems } from '../problems.ts';
import type { StoreHealth } from '../store/health.ts';

/** An outage of the database is a problem for as long as queries fail. */
export function storeHealth(
  problems: Pick<Problems, 'report' | 'solved'>,
  clock: Clock,
): StoreHealth {
  const advice = 'Check that it runs, can be reached, and has room on its disk.';
  return {
    failed: (reason) =>
      problems.report('database', `The database fails: ${reason}`, advice, clock.now()),
    worked: () => problems.solved('database'),
  };
}
