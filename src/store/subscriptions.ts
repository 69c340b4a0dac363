import { z } from 'zod';
import type { Subscriptions } from '../reminders/ports.ts';
import type { Wanted } from '../reminders/subscription.ts';
import type { Database, SubscriptionsTable } from './schema.ts';

const leadTimes = z.array(z.int().positive());

/** What people of a group have asked to be reminded of, in the store. */
export function storeSubscriptions(db: Database, groupId: string): Subscriptions {
  const select = () => db.selectFrom('subscriptions').where('groupId', '=', groupId);
  const remove = (userId: string) =>
    db.deleteFrom('subscriptions').where('groupId', '=', groupId).where('userId', '=', userId);

  return {
    async of(userId) {
      const rows = await select()
        .selectAll()
        .where('userId', '=', userId)
        .orderBy('about')
        .execute();
      return rows.map((row) => ({ userId: row.userId, ...wantedFromRow(row) }));
    },

    async all() {
      const rows = await select().selectAll().orderBy('userId').orderBy('about').execute();
      return rows.map((row) => ({ userId: row.userId, ...wantedFromRow(row) }));
    },

    async demand() {
      const rows = await select()
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
      const values = { leadTimes: JSON.stringify(minutes) };
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

    async forget(userId) {
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
      });
    },
  };
}

function wantedFromRow(row: Pick<SubscriptionsTable, 'about' | 'leadTimes'>): Wanted {
  return {
    about: row.about === '' ? undefined : row.about,
    leadTimes: leadTimes.parse(JSON.parse(row.leadTimes)),
  };
}
