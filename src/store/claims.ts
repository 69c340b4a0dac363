import type { ExpressionBuilder } from 'kysely';
import type { DateTime } from 'luxon';
import { destinationId } from '../reminders/destination.ts';
import type { Claim } from '../reminders/ports.ts';
import type { PlannedPost } from '../reminders/post.ts';
import { detailsColumns } from './posts.ts';
import type { Database, PostsTable, Tables } from './schema.ts';
import { fromText, toText } from './time.ts';

// SQLite allows 32,766 values per statement; a post has just over a dozen.
const MAX_ROWS = 500;

// A row written in the future was written before the clock was set back: its writer is gone, or
// reads the new time too. Replicas' clocks differ by less than this.
const MAX_CLOCK_DIFFERENCE = { minutes: 3 };

/** Whether a post is free at `now`. */
export function isFree(now: DateTime<true>) {
  return (row: ExpressionBuilder<Tables, 'posts'>) =>
    row.or([
      row('leaseUntil', 'is', null),
      row('leaseUntil', '<=', toText(now)),
      row('updatedAt', '>', toText(now.plus(MAX_CLOCK_DIFFERENCE))),
    ]);
}

/** A post, who holds it, and until when. */
export interface Held extends Pick<PostsTable, 'state' | 'leaseUntil'> {
  readonly post: PlannedPost;
}

/** Inserts posts that are not yet known, and returns how many those were. */
export async function insertPosts(
  db: Database,
  groupId: string,
  posts: readonly Held[],
  now: DateTime<true>,
): Promise<bigint> {
  let inserted = 0n;
  for (let from = 0; from < posts.length; from += MAX_ROWS) {
    const rows = posts.slice(from, from + MAX_ROWS).map((held) => rowOf(held, groupId, now));
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
 * The claim of the first caller to renew an expired lease. The state that it was left in says
 * whether the last attempt certainly had no effect (`open`) or may have had one (`claimed`).
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
    .where(isFree(now))
    .returning(['attempts', 'createdAt', 'updatedAt'])
    .executeTakeFirst();
  if (!renewed) return undefined;
  const { attempts, createdAt, updatedAt } = renewed;
  if (from === 'open') return { kind: 'claimed', attempts };
  return { kind: 'unsettled', attempts, since: fromText(createdAt ?? updatedAt) };
}

function rowOf({ post, ...held }: Held, groupId: string, now: DateTime<true>): PostsTable {
  return {
    groupId,
    destinationKind: post.destination.kind,
    destinationId: destinationId(post.destination),
    key: post.key,
    kind: post.kind,
    leadMinutes: post.kind === 'reminder' ? post.leadMinutes : null,
    movedFrom: post.kind === 'move' ? toText(post.from) : null,
    meetingId: post.meetingId,
    meetingStart: toText(post.details.start),
    ...held,
    attempts: held.state === 'claimed' ? 1 : 0,
    channel: null,
    ts: null,
    reason: null,
    editUnsettled: 0,
    createdAt: toText(now),
    updatedAt: toText(now),
    ...detailsColumns(post),
  };
}
