import { DateTime } from 'luxon';
import type { Claim, Ledger, PostToClaim } from '../../ports.ts';
import type { Database } from './schema.ts';

// Longer than a post and the look into the history take together, so that a lease runs out only
// when its holder is gone.
const LEASE = { minutes: 2 };

/** The ledger in the store. */
export function storeLedger(db: Database): Ledger {
  return {
    claim: (post, now) => claim(db, post, now),

    async recordPosted(key, ts, now) {
      await settle(key, { state: 'posted', ts }, now);
    },

    async recordRefused(key, reason, now) {
      await settle(key, { state: 'refused', reason }, now);
    },

    async release(key, retryAt, now) {
      await db
        .updateTable('posts')
        .set({ state: 'open', lease_until: iso(retryAt), updated_at: iso(now) })
        .where('key', '=', key)
        .where('state', '=', 'claimed')
        .execute();
    },

    async settledAhead(now) {
      const rows = await db
        .selectFrom('posts')
        .select('key')
        .where('meeting_start', '>', iso(now))
        .where('state', 'in', ['posted', 'refused'])
        .execute();
      return new Set(rows.map(({ key }) => key));
    },

    async prune(before) {
      const { numDeletedRows } = await db
        .deleteFrom('posts')
        .where('meeting_start', '<', iso(before))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };

  async function settle(
    key: string,
    outcome: { state: 'posted'; ts: string } | { state: 'refused'; reason: string },
    now: DateTime,
  ): Promise<void> {
    await db
      .updateTable('posts')
      .set({ ...outcome, updated_at: iso(now) })
      .where('key', '=', key)
      .execute();
  }
}

/**
 * Each way of getting a claim is one statement of which at most one claimant's changes a row: the
 * first to insert, or the first to renew a lease that ran out. What a lease left behind tells whether
 * the last try certainly had no effect (`open`) or may have had one (`claimed`).
 */
async function claim(db: Database, post: PostToClaim, now: DateTime): Promise<Claim> {
  const leaseUntil = iso(now.plus(LEASE));
  const inserted = await db
    .insertInto('posts')
    .values({
      key: post.key,
      kind: post.kind,
      meeting_id: post.meetingId,
      meeting_start: iso(post.meetingStart),
      channel: post.channel,
      state: 'claimed',
      lease_until: leaseUntil,
      ts: null,
      reason: null,
      attempts: 1,
      updated_at: iso(now),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return 'claimed';
  if (await renew('open')) return 'claimed';
  return (await renew('claimed')) ? 'unsettled' : 'taken';

  async function renew(from: 'open' | 'claimed'): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('posts')
      .set((row) => ({
        state: 'claimed',
        lease_until: leaseUntil,
        attempts: row('attempts', '+', 1),
        updated_at: iso(now),
      }))
      .where('key', '=', post.key)
      .where('state', '=', from)
      .where('lease_until', '<=', iso(now))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

/** ISO in UTC with milliseconds: such strings sort as the instants do. */
function iso(at: DateTime): string {
  return DateTime.fromMillis(at.toMillis(), { zone: 'utc' }).toISO() ?? '';
}
