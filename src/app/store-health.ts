import type { Clock } from '../clock.ts';
import type { Problems } from '../problems.ts';
import type { StoreHealth } from '../store/health.ts';

/** A database outage is an open problem for as long as queries fail. */
export function storeHealth(
  problems: Pick<Problems, 'report' | 'solved'>,
  clock: Clock,
): StoreHealth {
  const advice = 'Check that it is running, can be reached, and has free disk space.';
  return {
    failed: (reason) =>
      problems.report('database', `Database queries fail: ${reason}`, advice, clock.now()),
    worked: () => problems.solved('database'),
  };
}
