import type { Kysely } from 'kysely';

/** Messages that are edited whenever what they should say changes. */
export async function keptMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_messages')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('destination_kind', 'text', (column) => column.notNull())
    .addColumn('destination_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('reason', 'text')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('edit_unsettled', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('keep_until', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('kept_messages_key', ['group_id', 'key'])
    .execute();
}
