import type { Kysely } from 'kysely';

/** Topics that people proposed for a meeting. */
export async function agendaProposals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('agenda_proposals')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('meeting_start', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('agenda_proposals_key', ['group_id', 'id'])
    .execute();
}
