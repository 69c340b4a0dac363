import type { Updateable } from 'kysely';
import type { DateTime } from 'luxon';
import type { KeptRecord, KeptState, PlannedKept, Said } from '../organizers/ports.ts';
import { destinationId } from '../reminders/destination.ts';
import { claimRow, isFree, LEASE } from './leases.ts';
import type { Database, KeptMessagesTable } from './schema.ts';
import { fromText, toText } from './time.ts';

// SQLite reads in the main thread, and a calendar full of meetings has many messages.
const PAGE_SIZE = 100;

/** The record of a group's kept messages, in the store. */
export function storeKeptMessages(db: Database, groupId: string): KeptRecord {
  const update = (key: string) =>
    db.updateTable('keptMessages').where('groupId', '=', groupId).where('key', '=', key);

  async function change(key: string, values: Updateable<KeptMessagesTable>, now: DateTime<true>) {
    await update(key)
      .set({ ...values, updatedAt: toText(now) })
      .execute();
  }

  async function insert(post: PlannedKept, leaseUntil: string, now: DateTime<true>) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('keptMessages')
      .values(rowOf(post, groupId, leaseUntil, now))
      .onConflict((conflict) => conflict.columns(['groupId', 'key']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  function renew(
    post: PlannedKept,
    leftIn: 'open' | 'claimed',
    leaseUntil: string,
    now: DateTime<true>,
  ) {
    return update(post.key)
      .set((row) => ({
        state: 'claimed',
        leaseUntil,
        attempts: row('attempts', '+', 1),
        updatedAt: toText(now),
        ...(leftIn === 'open' && saidColumns(post)),
      }))
      .where('state', '=', leftIn)
      .where(isFree(now))
      .returning(['attempts', 'createdAt', 'updatedAt'])
      .executeTakeFirst();
  }

  return {
    claim(post, now) {
      const leaseUntil = toText(now.plus(LEASE));
      return claimRow({
        insert: () => insert(post, leaseUntil, now),
        renew: (leftIn) => renew(post, leftIn, leaseUntil, now),
      });
    },

    restate: (post, now) => change(post.key, saidColumns(post), now),

    recordPosted: (key, { channel, ts }, now) =>
      change(key, { state: 'posted', channel, ts, leaseUntil: null }, now),

    abandon: (key, reason, now) => change(key, { state: 'abandoned', reason }, now),

    async withdraw(key) {
      await db
        .deleteFrom('keptMessages')
        .where('groupId', '=', groupId)
        .where('key', '=', key)
        .where('state', '=', 'claimed')
        .execute();
    },

    release: (key, retryAt, now) =>
      change(key, { state: 'open', leaseUntil: toText(retryAt) }, now),

    defer: (key, retryAt, now) => change(key, { leaseUntil: toText(retryAt) }, now),

    async claimEdit(key, now) {
      const { numUpdatedRows } = await update(key)
        .set({ leaseUntil: toText(now.plus(LEASE)), updatedAt: toText(now), editUnsettled: 1 })
        .where('state', '=', 'posted')
        .where(isFree(now))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    recordEdited: (key, said, now) =>
      change(key, { ...saidColumns(said), leaseUntil: null, editUnsettled: 0 }, now),

    recordRemoved: (key, now) => change(key, { state: 'removed', leaseUntil: null }, now),

    extend: (key, keepUntil, now) => change(key, { keepUntil: toText(keepUntil) }, now),

    async read(keys) {
      const states = new Map<string, KeptState>();
      for (let from = 0; from < keys.length; from += PAGE_SIZE) {
        const rows = await db
          .selectFrom('keptMessages')
          .selectAll()
          .where('groupId', '=', groupId)
          .where('key', 'in', keys.slice(from, from + PAGE_SIZE))
          .execute();
        for (const row of rows) states.set(row.key, stateOf(row));
      }
      return states;
    },

    async prune(before) {
      await db
        .deleteFrom('keptMessages')
        .where('groupId', '=', groupId)
        .where('keepUntil', '<', toText(before))
        .execute();
    },
  };
}

function saidColumns({ fingerprint, asOf, keepUntil }: Said) {
  return { fingerprint, asOf: toText(asOf), keepUntil: toText(keepUntil) };
}

function rowOf(
  post: PlannedKept,
  groupId: string,
  leaseUntil: string,
  now: DateTime<true>,
): KeptMessagesTable {
  return {
    groupId,
    key: post.key,
    destinationKind: post.destination.kind,
    destinationId: destinationId(post.destination),
    state: 'claimed',
    leaseUntil,
    attempts: 1,
    channel: null,
    ts: null,
    reason: null,
    ...saidColumns(post),
    editUnsettled: 0,
    createdAt: toText(now),
    updatedAt: toText(now),
  };
}

function stateOf(row: KeptMessagesTable): KeptState {
  const { state, channel, ts, fingerprint, editUnsettled } = row;
  switch (state) {
    case 'open':
    case 'claimed':
      return { kind: 'waiting' };
    case 'abandoned':
    case 'removed':
      return { kind: 'settled' };
    case 'posted':
      return {
        kind: 'posted',
        // Both are set together with the state.
        at: { channel: channel ?? '', ts: ts ?? '' },
        fingerprint,
        asOf: fromText(row.asOf),
        keepUntil: fromText(row.keepUntil),
        editUnsettled: editUnsettled === 1,
      };
  }
}
