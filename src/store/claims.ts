import type { DateTime } from 'luxon';
import { destinationId } from '../reminders/destination.ts';
import type { Claim } from '../reminders/ports.ts';
import type { PlannedPost } from '../reminders/post.ts';
import { detailsColumns } from './posts.ts';
import type { Database, PostsTable } from './schema.ts';
import { fromText, toText } from './time.ts';

// SQLite allows 32,766 values in a statement; a post has a good dozen.
const MAX_ROWS = 500;

/** Inserts posts that nobody knows yet, and says how many those were. */
export async function insertPosts(
  db: Database,
  groupId: string,
  posts: readonly PlannedPost[],
  held: Pick<PostsTable, 'state' | 'leaseUntil'>,
  now: DateTime<true>,
): Promise<bigint> {
  let inserted = 0n;
  for (let from = 0; from < posts.length; from += MAX_ROWS) {
    const rows = posts.slice(from, from + MAX_ROWS).map((post) => rowOf(post, groupId, held, now));
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('posts')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['groupId', 'key']).doNothing())
      .executeTakeFirst();
    inserted += numInsertedOrUpdatedRows ?? 0n;
  }
  return inserted;
}

/**
 * The claim of whoever is first to renew a lease that ran out. The state that it was left in tells
 * whether the last try certainly had no effect (`open`) or may have had one (`claimed`).
 */
export async function renewClaim(
  db: Database,
  groupId: string,
  post: PlannedPost,
  from: 'open' | 'claimed',
  leaseUntil: string,
  now: DateTime<true>,
): Promise<Claim | undefined> {
  const renewed = await db
    .updateTable('posts')
    .set((row) => ({
      state: 'claimed',
      leaseUntil,
      attempts: row('attempts', '+', 1),
      updatedAt: toText(now),
      ...(from === 'open' && detailsColumns(post)),
    }))
    .where('groupId', '=', groupId)
    .where('key', '=', post.key)
    .where('state', '=', from)
    .where((row) => row.or([row('leaseUntil', 'is', null), row('leaseUntil', '<=', toText(now))]))
    .returning(['attempts', 'createdAt', 'updatedAt'])
    .executeTakeFirst();
  if (!renewed) return undefined;
  const { attempts, createdAt, updatedAt } = renewed;
  if (from === 'open') return { kind: 'claimed', attempts };
  return { kind: 'unsettled', attempts, since: fromText(createdAt ?? updatedAt) };
}

function rowOf(
  post: PlannedPost,
  groupId: string,
  held: Pick<PostsTable, 'state' | 'leaseUntil'>,
  now: DateTime<true>,
): PostsTable {
  return {
    groupId,
    destinationKind: post.destination.kind,
    destinationId: destinationId(post.destination),
    key: post.key,
    kind: post.kind,
    leadMinutes: post.kind === 'reminder' ? post.leadMinutes : null,
    meetingId: post.meetingId,
    meetingStart: toText(post.details.start),
    ...held,
    attempts: held.state === 'claimed' ? 1 : 0,
    channel: null,
    ts: null,
    reason: null,
    createdAt: toText(now),
    updatedAt: toText(now),
    ...detailsColumns(post),
  };
}
