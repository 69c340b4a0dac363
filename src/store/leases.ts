import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { DateTime } from 'luxon';
import type { Claim } from '../reminders/ports.ts';
import { fromText, toText } from './time.ts';

// Longer than a post and a history search take together, so that a lease only expires when its
// holder is gone, even if the clocks of two replicas differ by half a minute.
export const LEASE = { seconds: 75 };

// A row written in the future was written before the clock was set back: its writer is gone, or
// reads the new time too. Replicas' clocks differ by less than this.
const MAX_CLOCK_DIFFERENCE = { minutes: 3 };

/** The columns by which one process at a time holds a row. */
export interface LeasedRow {
  leaseUntil: string | null;
  updatedAt: string;
}

/** Whether a row is free at `now`. */
export function isFree(now: DateTime<true>): Expression<SqlBool> {
  const row = expressionBuilder<{ leased: LeasedRow }, 'leased'>();
  return row.or([
    row('leaseUntil', 'is', null),
    row('leaseUntil', '<=', toText(now)),
    row('updatedAt', '>', toText(now.plus(MAX_CLOCK_DIFFERENCE))),
  ]);
}

/** What is left of a claim that someone renews. */
export interface Renewed {
  readonly attempts: number;
  readonly createdAt: string | null;
  readonly updatedAt: string;
}

/** How a table's rows are claimed; each of the two is one atomic statement. */
export interface Claiming {
  /** Inserts the row as claimed; false if there is one. */
  insert(): Promise<boolean>;
  /** Renews the claim of a free row that was left in this state. */
  renew(leftIn: 'open' | 'claimed'): Promise<Renewed | undefined>;
}

/**
 * The claim of the first caller to insert a row or to renew an expired lease. The state that a row was left
 * in says whether the last attempt certainly had no effect (`open`) or may have had one (`claimed`).
 */
export async function claimRow({ insert, renew }: Claiming): Promise<Claim> {
  if (await insert()) return { kind: 'claimed', attempts: 1 };
  const open = await renew('open');
  if (open) return { kind: 'claimed', attempts: open.attempts };
  const left = await renew('claimed');
  if (!left) return { kind: 'taken' };
  const since = fromText(left.createdAt ?? left.updatedAt);
  return { kind: 'unsettled', attempts: left.attempts, since };
}
