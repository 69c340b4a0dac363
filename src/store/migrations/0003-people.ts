import type { Kysely } from 'kysely';

/** What people asked to be reminded of, the direct messages for it, and which questions were answered. */
export async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('posts').addColumn('recipient', 'text').execute();
  await db.schema.createIndex('posts_by_recipient').on('posts').column('recipient').execute();
  await db.schema
    .createTable('subscriptions')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('leads', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptions_key', ['user_id', 'about'])
    .execute();
  await db.schema
    .createTable('answers')
    .addColumn('question', 'text', (column) => column.primaryKey())
    .addColumn('reply_ts', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
