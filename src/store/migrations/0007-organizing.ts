import type { Kysely } from 'kysely';

/** Meetings that people planned, who hosts, and what became of meetings. */
export async function organizing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scheduled_meetings')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('starts_at', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text')
    .addColumn('needs_host', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('scheduled_meetings_key', ['group_id', 'id'])
    .execute();
  await db.schema
    .createTable('meeting_hosts')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('starts_at', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('meeting_hosts_key', ['group_id', 'meeting_id'])
    .execute();
  await db.schema
    .createTable('meeting_outcomes')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('reported_by', 'text', (column) => column.notNull())
    .addColumn('starts_at', 'text', (column) => column.notNull())
    .addColumn('reported_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('meeting_outcomes_key', ['group_id', 'meeting_id'])
    .execute();
}
