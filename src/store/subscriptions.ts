import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Subscriptions } from '../reminders/ports.ts';
import type { PersonalSubscription, Wanted } from '../reminders/subscription.ts';
import type { Database, SubscriptionsTable } from './schema.ts';
import { toText } from './time.ts';

type Row = Selectable<SubscriptionsTable>;

const leadTimes = z.array(z.int().positive());

// SQLite reads in the main thread: a page takes a millisecond or two.
const PAGE_SIZE = 500;

/** What people have asked a group's bot to remind them of, in the store. */
export function storeSubscriptions(db: Database, groupId: string): Subscriptions {
  const select = () => db.selectFrom('subscriptions').where('groupId', '=', groupId);
  const active = () => select().where('pausedAt', 'is', null);
  const remove = (userId: string) =>
    db.deleteFrom('subscriptions').where('groupId', '=', groupId).where('userId', '=', userId);

  const update = (userId: string) =>
    db.updateTable('subscriptions').where('groupId', '=', groupId).where('userId', '=', userId);

  /** The active subscriptions after one of them, by person. */
  function page(last: Row | undefined, abouts: readonly string[] | undefined): Promise<Row[]> {
    return active()
      .selectAll()
      .$if(abouts !== undefined, (query) => query.where('about', 'in', abouts ?? []))
      .$if(last !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('userId', 'about'), '>', tuple(last?.userId ?? '', last?.about ?? '')),
        ),
      )
      .orderBy('userId')
      .orderBy('about')
      .limit(PAGE_SIZE)
      .execute();
  }

  async function forget(userId: string): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom('subscriptions')
        .where('groupId', '=', groupId)
        .where('userId', '=', userId)
        .execute();
      await transaction
        .deleteFrom('posts')
        .where('groupId', '=', groupId)
        .where('destinationKind', '=', 'person')
        .where('destinationId', '=', userId)
        .execute();
      await transaction
        .deleteFrom('keptMessages')
        .where('groupId', '=', groupId)
        .where('destinationId', '=', userId)
        .execute();
      for (const table of ['scheduledMeetings', 'meetingHosts'] as const) {
        await transaction
          .deleteFrom(table)
          .where('groupId', '=', groupId)
          .where('userId', '=', userId)
          .execute();
      }
      // What became of a meeting is still true when it is not known who said so.
      await transaction
        .updateTable('meetingOutcomes')
        .set({ userId: '', reportedBy: 'an organizer' })
        .where('groupId', '=', groupId)
        .where('userId', '=', userId)
        .execute();
    });
  }

  return {
    async of(userId) {
      const rows = await select()
        .selectAll()
        .where('userId', '=', userId)
        .orderBy('about')
        .execute();
      return rows.map((row) => ({ userId: row.userId, ...wantedFromRow(row) }));
    },

    async all(abouts) {
      const columns = abouts?.map((about = '') => about);
      const found: PersonalSubscription[] = [];
      for (let last: Row | undefined, isDone = false; !isDone; ) {
        const rows = await page(last, columns);
        for (const row of rows) found.push({ userId: row.userId, ...wantedFromRow(row) });
        last = rows.at(-1);
        isDone = rows.length < PAGE_SIZE;
      }
      return found;
    },

    async demand() {
      const rows = await active()
        .select(({ fn }) => ['about', 'leadTimes', fn.countAll().as('count')])
        .groupBy(['about', 'leadTimes'])
        .execute();
      return rows.map((row) => ({ ...wantedFromRow(row), count: Number(row.count) }));
    },

    async set({ userId, about = '', leadTimes: minutes }) {
      if (minutes.length === 0) {
        await remove(userId).where('about', '=', about).execute();
        return;
      }
      const values = { leadTimes: JSON.stringify(minutes), pausedAt: null };
      await db
        .insertInto('subscriptions')
        .values({ groupId, userId, about, ...values })
        .onConflict((conflict) =>
          conflict.columns(['groupId', 'userId', 'about']).doUpdateSet(values),
        )
        .execute();
    },

    async stop(userId) {
      await remove(userId).execute();
    },

    async pause(userId, now) {
      await update(userId)
        .set({ pausedAt: toText(now) })
        .where('pausedAt', 'is', null)
        .execute();
    },

    async resume(userId) {
      await update(userId).set({ pausedAt: null }).where('pausedAt', 'is not', null).execute();
    },

    async forgetPaused(before) {
      const rows = await select()
        .select('userId')
        .distinct()
        .where('pausedAt', '<', toText(before))
        .execute();
      for (const { userId } of rows) await forget(userId);
    },

    forget,
  };
}

function wantedFromRow(row: Pick<SubscriptionsTable, 'about' | 'leadTimes'>): Wanted {
  return {
    about: row.about === '' ? undefined : row.about,
    leadTimes: leadTimes.parse(JSON.parse(row.leadTimes)),
  };
}
