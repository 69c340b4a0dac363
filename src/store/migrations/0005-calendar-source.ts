import type { Kysely } from 'kysely';

/** Where a snapshot was read from: until now, always from Google's API. */
export async function calendarSource(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('calendar_snapshots')
    .addColumn('source', 'text', (column) => column.notNull().defaultTo('api'))
    .execute();
}
