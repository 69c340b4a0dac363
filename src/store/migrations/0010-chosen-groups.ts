import type { Kysely } from 'kysely';

/** Which group someone chose, where there are several. */
export async function chosenGroups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chosen_groups')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('chosen_at', 'text', (column) => column.notNull())
    .execute();
}
