import type { Kysely } from 'kysely';

export async function postsAndCalendar(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('posts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('meeting_start', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'text', (column) => column.notNull())
    .addColumn('ts', 'text')
    .addColumn('reason', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('posts_by_start')
    .on('posts')
    .columns(['meeting_start', 'state'])
    .execute();
  await db.schema
    .createTable('calendar_copies')
    .addColumn('calendar_id', 'text', (column) => column.primaryKey())
    .addColumn('read_at', 'text', (column) => column.notNull())
    .addColumn('meetings', 'text', (column) => column.notNull())
    .execute();
}
