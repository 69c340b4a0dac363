import type { Kysely } from 'kysely';

/** What posts say, so that they can be corrected; earlier rows have no details and stay as they are. */
export async function announcements(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('posts').addColumn('lead_minutes', 'integer').execute();
  for (const column of ['original', 'shown', 'as_of', 'created_at']) {
    await db.schema.alterTable('posts').addColumn(column, 'text').execute();
  }
  await db.schema
    .createTable('alerts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable('calendar_copies')
    .addColumn('unreadable', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}
