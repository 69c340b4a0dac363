import type { Updateable } from 'kysely';
import type { DateTime } from 'luxon';
import type { Claim, Ledger, PlannedPost } from '../reminders/ports.ts';
import { pendingFromRow, postedFromRow, shownAs, tellingOf } from './posts.ts';
import type { Database, PostsTable } from './schema.ts';
import { fromText, toText } from './time.ts';

// Longer than a post and the look into the history take together, so that a lease runs out only
// when its holder is gone, even if the clocks of two replicas differ by half a minute.
const LEASE = { seconds: 75 };

/** Whom the posts of a ledger are for: all in the group's channel, or single people. */
export type Audience = 'channel' | 'people';

/** The ledger in the store. */
export function storeLedger(db: Database, audience: Audience): Ledger {
  // A post for the channel has no recipient.
  const recipient = audience === 'channel' ? 'is' : 'is not';
  return {
    async claim(post, now) {
      if (await insert(db, post, 'claimed', now.plus(LEASE), now)) {
        return { kind: 'claimed', attempts: 1 };
      }
      return (
        (await renew(db, post, 'open', now)) ?? (await renew(db, post, 'claimed', now)) ?? TAKEN
      );
    },

    async enqueue(post, now) {
      await insert(db, post, 'open', now, now);
    },

    restate: (post, now) => change(db, post.key, tellingOf(post), now),

    recordPosted: (key, { channel, ts }, now) =>
      change(db, key, { state: 'posted', channel, ts, lease_until: '' }, now),

    recordGivenUp: (key, reason, now) => change(db, key, { state: 'given up', reason }, now),

    async forget(key) {
      await db.deleteFrom('posts').where('key', '=', key).where('state', '=', 'claimed').execute();
    },

    release: (key, retryAt, now) =>
      change(db, key, { state: 'open', lease_until: toText(retryAt) }, now),

    defer: (key, retryAt, now) => change(db, key, { lease_until: toText(retryAt) }, now),

    async settledAhead(now) {
      const rows = await db
        .selectFrom('posts')
        .select('key')
        .where('recipient', recipient, null)
        .where('meeting_start', '>', toText(now))
        .where('state', 'in', ['posted', 'given up'])
        .execute();
      return new Set(rows.map(({ key }) => key));
    },

    async pending(now) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('recipient', recipient, null)
        .where('state', 'in', ['open', 'claimed'])
        .where('lease_until', '<=', toText(now))
        .execute();
      return rows.flatMap(pendingFromRow);
    },

    async posted(since) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('recipient', recipient, null)
        .where('state', '=', 'posted')
        .where('meeting_start', '>', toText(since))
        .orderBy('meeting_start')
        .execute();
      return rows.flatMap(postedFromRow);
    },

    async claimEdit(key, now) {
      const { numUpdatedRows } = await db
        .updateTable('posts')
        .set({ lease_until: toText(now.plus(LEASE)) })
        .where('key', '=', key)
        .where('state', '=', 'posted')
        .where('lease_until', '<=', toText(now))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    recordEdited: (key, { meetingId, details }, asOf, now) =>
      change(db, key, { meeting_id: meetingId, ...shownAs(details, asOf), lease_until: '' }, now),

    async prune(before) {
      const { numDeletedRows } = await db
        .deleteFrom('posts')
        .where('recipient', recipient, null)
        .where('meeting_start', '<', toText(before))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

const TAKEN: Claim = { kind: 'taken' };

/** True for the one who was first with this key. */
async function insert(
  db: Database,
  post: PlannedPost,
  state: 'open' | 'claimed',
  leaseUntil: DateTime<true>,
  now: DateTime<true>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('posts')
    .values({
      key: post.key,
      kind: post.kind,
      meeting_id: post.meetingId,
      meeting_start: toText(post.details.start),
      lead_minutes: post.leadMinutes ?? null,
      channel: post.channel,
      recipient: post.recipient ?? null,
      state,
      lease_until: toText(leaseUntil),
      ts: null,
      reason: null,
      attempts: state === 'claimed' ? 1 : 0,
      updated_at: toText(now),
      created_at: toText(now),
      ...tellingOf(post),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * The claim of whoever is first to renew a lease that ran out. The state that it was left in tells
 * whether the last try certainly had no effect (`open`) or may have had one (`claimed`).
 */
async function renew(
  db: Database,
  post: PlannedPost,
  from: 'open' | 'claimed',
  now: DateTime<true>,
): Promise<Claim | undefined> {
  const renewed = await db
    .updateTable('posts')
    .set((row) => ({
      state: 'claimed',
      lease_until: toText(now.plus(LEASE)),
      attempts: row('attempts', '+', 1),
      updated_at: toText(now),
      ...(from === 'open' && tellingOf(post)),
    }))
    .where('key', '=', post.key)
    .where('state', '=', from)
    .where('lease_until', '<=', toText(now))
    .returning(['attempts', 'created_at', 'updated_at'])
    .executeTakeFirst();
  if (!renewed) return undefined;
  const { attempts, created_at: createdAt, updated_at: updatedAt } = renewed;
  if (from === 'open') return { kind: 'claimed', attempts };
  return { kind: 'unsettled', attempts, since: fromText(createdAt ?? updatedAt) };
}

async function change(
  db: Database,
  key: string,
  values: Updateable<PostsTable>,
  now: DateTime<true>,
): Promise<void> {
  await db
    .updateTable('posts')
    .set({ ...values, updated_at: toText(now) })
    .where('key', '=', key)
    .execute();
}
