import type { Kysely } from 'kysely';

/** How far the recordings of meetings have come, and when organizers were told of missing ones. */
export async function recordings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recordings')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('start', 'text', (column) => column.notNull())
    .addColumn('end', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('regular', 'integer', (column) => column.notNull())
    .addColumn('agenda_link', 'text')
    .addColumn('uploaded', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('in_playlist', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('linked', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('marked', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('videos', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recordings_key', ['group_id', 'meeting_id'])
    .execute();
  await db.schema
    .createTable('recording_nudges')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recording_nudges_key', ['group_id', 'number'])
    .execute();
}
