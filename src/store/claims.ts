import type { DateTime } from 'luxon';
import { destinationId } from '../reminders/destination.ts';
import type { PlannedPost } from '../reminders/post.ts';
import { isFree, type Renewed } from './leases.ts';
import { detailsColumns } from './posts.ts';
import type { Database, PostsTable } from './schema.ts';
import { toText } from './time.ts';

// SQLite allows 32,766 values per statement; a post has just over a dozen.
const MAX_ROWS = 500;

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

/** Renews the claim of a free post that was left in this state. */
export function renewPost(
  db: Database,
  groupId: string,
  post: PlannedPost,
  leftIn: 'open' | 'claimed',
  leaseUntil: string,
  now: DateTime<true>,
): Promise<Renewed | undefined> {
  return db
    .updateTable('posts')
    .set((row) => ({
      state: 'claimed',
      leaseUntil,
      attempts: row('attempts', '+', 1),
      updatedAt: toText(now),
      ...(leftIn === 'open' && detailsColumns(post)),
    }))
    .where('groupId', '=', groupId)
    .where('key', '=', post.key)
    .where('state', '=', leftIn)
    .where(isFree(now))
    .returning(['attempts', 'createdAt', 'updatedAt'])
    .executeTakeFirst();
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
