import type { Kysely } from 'kysely';

/** What is remembered of a group whose pages are followed. */
export async function following(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('following')
    .addColumn('group_id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('compared_at', 'text', (column) => column.notNull())
    .execute();
}
