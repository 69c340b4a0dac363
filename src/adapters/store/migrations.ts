import type { Kysely } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';

// A migration outlives the schema that it was written for, so it takes an untyped database.
const migrations = {
  '0001-posts-and-calendar': {
    async up(db: Kysely<unknown>): Promise<void> {
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
        .createIndex('posts_by_meeting')
        .on('posts')
        .columns(['meeting_id', 'meeting_start'])
        .execute();
      await db.schema
        .createTable('calendar_copies')
        .addColumn('calendar_id', 'text', (column) => column.primaryKey())
        .addColumn('read_at', 'text', (column) => column.notNull())
        .addColumn('meetings', 'text', (column) => column.notNull())
        .execute();
    },
  },
};

const provider: MigrationProvider = { getMigrations: async () => migrations };

/** Brings the store to the newest schema; what is there stays. */
export async function migrate(db: Database): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
