import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';

// A migration outlives the schema that it was written for, so each takes an untyped database.
const migrations: Record<string, Migration> = {
  '0001-posts-and-calendar': { up: postsAndCalendar },
  '0002-announcements': { up: announcements },
  '0003-people': { up: people },
};

const provider: MigrationProvider = { getMigrations: async () => migrations };

/**
 * Brings the store to the newest schema; what is there stays. Replicas may do so at once: Kysely
 * takes a lock of PostgreSQL, and for SQLite one immediate transaction is the lock.
 */
export async function migrate(db: Database, kind: 'sqlite' | 'postgres'): Promise<void> {
  if (kind === 'postgres') return migrateToLatest(db);
  await db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await migrateToLatest(connection);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

async function migrateToLatest(db: Database): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}

async function postsAndCalendar(db: Kysely<unknown>): Promise<void> {
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

/** What posts tell, so that they can be corrected; rows from before have none and stay as they are. */
async function announcements(db: Kysely<unknown>): Promise<void> {
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

/** What people asked to be reminded of, the direct messages of that, and which questions were answered. */
async function people(db: Kysely<unknown>): Promise<void> {
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
