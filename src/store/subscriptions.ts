import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Subscription, Subscriptions } from '../reminders/ports.ts';
import type { Database, SubscriptionsTable } from './schema.ts';

const leads = z.array(z.int().positive());

/** What people have asked to be reminded of, in the store. */
export function storeSubscriptions(db: Database): Subscriptions {
  return {
    async of(userId) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('about')
        .execute();
      return rows.map(fromRow);
    },

    async all() {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .orderBy('user_id')
        .orderBy('about')
        .execute();
      return rows.map(fromRow);
    },

    async set({ userId, about = '', leads: minutes }) {
      if (minutes.length === 0) {
        await db
          .deleteFrom('subscriptions')
          .where('user_id', '=', userId)
          .where('about', '=', about)
          .execute();
        return;
      }
      const values = { leads: JSON.stringify(minutes) };
      await db
        .insertInto('subscriptions')
        .values({ user_id: userId, about, ...values })
        .onConflict((conflict) => conflict.columns(['user_id', 'about']).doUpdateSet(values))
        .execute();
    },

    async stop(userId) {
      await db.deleteFrom('subscriptions').where('user_id', '=', userId).execute();
    },

    async forget(userId) {
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('subscriptions').where('user_id', '=', userId).execute();
        await transaction.deleteFrom('posts').where('recipient', '=', userId).execute();
      });
    },
  };
}

function fromRow(row: Selectable<SubscriptionsTable>): Subscription {
  return {
    userId: row.user_id,
    about: row.about === '' ? undefined : row.about,
    leads: leads.parse(JSON.parse(row.leads)),
  };
}
