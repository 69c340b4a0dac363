import type { Alerts } from '../app/ports.ts';
import type { Database } from './schema.ts';
import { toText } from './time.ts';

/** Which alerts were sent, so that neither a restart nor another replica repeats them. */
export function storeAlerts(db: Database): Alerts {
  return {
    async claim(name, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('alerts')
        .values({ name, at: toText(now) })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async prune(before) {
      await db.deleteFrom('alerts').where('at', '<', toText(before)).execute();
    },
  };
}
