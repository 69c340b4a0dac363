import type { Selectable, Updateable } from 'kysely';
import type { DateTime } from 'luxon';
import { eachInTurn, inSlices } from '../concurrency/steps.ts';
import type { DestinationKind } from '../reminders/destination.ts';
import type { Ledger, PostState } from '../reminders/ports.ts';
import type { Statement } from '../reminders/post.ts';
import { insertPosts, renewPost } from './claims.ts';
import { claimRow, isFree, LEASE } from './leases.ts';
import {
  detailsColumns,
  pendingFromRow,
  postedFromRow,
  shownColumns,
  statementFromRow,
} from './posts.ts';
import type { Database, PostsTable } from './schema.ts';
import { toText } from './time.ts';

// SQLite deletes in the main thread, a few rows a millisecond.
const MAX_DELETED = 250;

// A calendar that changes every minute causes one edit a minute, however many replicas there are.
const EDIT_PAUSE = { seconds: 55 };

/** The ledger of a group's posts to one kind of destination, in the store. */
export function storeLedger(db: Database, groupId: string, kind: DestinationKind): Ledger {
  const scope = { groupId, destinationKind: kind };

  const select = () =>
    db
      .selectFrom('posts')
      .where('groupId', '=', scope.groupId)
      .where('destinationKind', '=', scope.destinationKind);

  const postedSince = (since: DateTime<true>) =>
    select().where('state', '=', 'posted').where('meetingStart', '>', toText(since));

  /** The posts about meetings after `since`, one start after the other, so that each query is short. */
  async function* startsAfter(since: DateTime<true>) {
    const rows = await select()
      .select('meetingStart')
      .distinct()
      .where('meetingStart', '>', toText(since))
      .execute();
    for (const { meetingStart } of rows) {
      yield select().where('meetingStart', '=', meetingStart);
    }
  }

  async function change(key: string, values: Updateable<PostsTable>, now: DateTime<true>) {
    await db
      .updateTable('posts')
      .set({ ...values, updatedAt: toText(now) })
      .where('groupId', '=', groupId)
      .where('key', '=', key)
      .execute();
  }

  return {
    claim(post, now) {
      const leaseUntil = toText(now.plus(LEASE));
      const held = { post, state: 'claimed', leaseUntil } as const;
      return claimRow({
        insert: async () => (await insertPosts(db, groupId, [held], now)) === 1n,
        renew: (leftIn) => renewPost(db, groupId, post, leftIn, leaseUntil, now),
      });
    },

    async enqueue(posts, now) {
      if (posts.length === 0) return;
      const queued = posts.map(({ post, notBefore }) => ({
        post,
        state: 'open' as const,
        leaseUntil: toText(notBefore),
      }));
      await insertPosts(db, groupId, queued, now);
    },

    restate: (post, now) => change(post.key, detailsColumns(post), now),

    recordPosted: (key, { channel, ts }, now) =>
      change(key, { state: 'posted', channel, ts, leaseUntil: null }, now),

    abandon: (key, reason, now) => change(key, { state: 'abandoned', reason }, now),

    async withdraw(key) {
      await db
        .deleteFrom('posts')
        .where('groupId', '=', groupId)
        .where('key', '=', key)
        .where('state', '=', 'claimed')
        .execute();
    },

    release: (key, retryAt, now) =>
      change(key, { state: 'open', leaseUntil: toText(retryAt) }, now),

    defer: (key, retryAt, now) => change(key, { leaseUntil: toText(retryAt) }, now),

    async states(now) {
      const states = new Map<string, PostState>();
      for await (const at of startsAfter(now)) {
        const rows = await at.select(['key', 'state']).execute();
        for (const { key, state } of rows) states.set(key, state);
      }
      return states;
    },

    async pending(now) {
      const rows = await select()
        .selectAll()
        .where('state', 'in', ['open', 'claimed'])
        .where(isFree(now))
        .orderBy('createdAt')
        .execute();
      return rows.flatMap(pendingFromRow);
    },

    async statements(since) {
      const statements: Statement[] = [];
      for await (const at of startsAfter(since)) {
        const rows = await at
          .where('state', '=', 'posted')
          .select(['kind', 'meetingId', 'original', 'shown', 'editUnsettled'])
          .distinct()
          .execute();
        statements.push(...rows.flatMap(statementFromRow));
      }
      return statements;
    },

    async postedAbout(meetingIds, since) {
      const found: Selectable<PostsTable>[] = [];
      for (const meetingId of meetingIds) {
        const rows = await postedSince(since)
          .selectAll()
          .where('meetingId', '=', meetingId)
          .execute();
        for (const row of rows) found.push(row);
      }
      found.sort(
        (a, b) => Number(a.meetingStart > b.meetingStart) - Number(a.meetingStart < b.meetingStart),
      );
      return (await inSlices(eachInTurn(found, postedFromRow))).flat();
    },

    async posted(since) {
      const rows = await postedSince(since).selectAll().orderBy('meetingStart').execute();
      return rows.flatMap(postedFromRow);
    },

    async claimEdit(key, now) {
      const { numUpdatedRows } = await db
        .updateTable('posts')
        .set({
          leaseUntil: toText(now.plus(LEASE)),
          updatedAt: toText(now),
          editUnsettled: 1,
        })
        .where('groupId', '=', groupId)
        .where('key', '=', key)
        .where('state', '=', 'posted')
        .where(isFree(now))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    recordEdited: (key, { meetingId, details }, asOf, now) =>
      change(
        key,
        {
          meetingId,
          ...shownColumns(details, asOf),
          leaseUntil: toText(now.plus(EDIT_PAUSE)),
          editUnsettled: 0,
        },
        now,
      ),

    async prune(before) {
      const old = select()
        .select('key')
        .where('meetingStart', '<', toText(before))
        .limit(MAX_DELETED);
      for (let deleted = 0; ; ) {
        const { numDeletedRows } = await db
          .deleteFrom('posts')
          .where('groupId', '=', groupId)
          .where('key', 'in', old)
          .executeTakeFirst();
        deleted += Number(numDeletedRows);
        if (numDeletedRows < MAX_DELETED) return deleted;
      }
    },
  };
}
