import type { GroupChoices } from '../commands/ports.ts';
import type { Database } from './schema.ts';
import { toText } from './time.ts';

/** Which group each person chose, in the store. */
export function storeGroupChoices(db: Database): GroupChoices {
  return {
    async of(userId) {
      const row = await db
        .selectFrom('chosenGroups')
        .select('groupId')
        .where('userId', '=', userId)
        .executeTakeFirst();
      return row?.groupId;
    },

    async choose(userId, groupId, now) {
      const values = { groupId, chosenAt: toText(now) };
      await db
        .insertInto('chosenGroups')
        .values({ userId, ...values })
        .onConflict((conflict) => conflict.column('userId').doUpdateSet(values))
        .execute();
    },

    async forget(userId) {
      await db.deleteFrom('chosenGroups').where('userId', '=', userId).execute();
    },
  };
}
