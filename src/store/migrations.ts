import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { postsAndCalendar } from './migrations/0001-posts-and-calendar.ts';
import { announcements } from './migrations/0002-announcements.ts';
import { people } from './migrations/0003-people.ts';
import { groups } from './migrations/0004-groups.ts';
import { calendarSource } from './migrations/0005-calendar-source.ts';
import { keptMessages } from './migrations/0006-kept-messages.ts';
import { organizing } from './migrations/0007-organizing.ts';
import { recordings } from './migrations/0008-recordings.ts';
import { agendaProposals } from './migrations/0009-agenda-proposals.ts';
import { chosenGroups } from './migrations/0010-chosen-groups.ts';
import { following } from './migrations/0011-following.ts';
import { indexes } from './migrations/0012-indexes.ts';
import type { Database } from './schema.ts';

/**
 * A migration outlives the schema it was written for, so each takes an untyped database. `groupId`
 * is the group that rows from before the store knew groups belong to.
 */
function migrationsFor(groupId: string): Record<string, Migration> {
  return {
    '0001-posts-and-calendar': { up: postsAndCalendar },
    '0002-announcements': { up: announcements },
    '0003-people': { up: people },
    '0004-groups': { up: groups(groupId) },
    '0005-calendar-source': { up: calendarSource },
    '0006-kept-messages': { up: keptMessages },
    '0007-organizing': { up: organizing },
    '0008-recordings': { up: recordings },
    '0009-agenda-proposals': { up: agendaProposals },
    '0010-chosen-groups': { up: chosenGroups },
    '0011-following': { up: following },
    '0012-indexes': { up: indexes },
  };
}

/** The names of all migrations, oldest first. */
export const MIGRATIONS: readonly string[] = Object.keys(migrationsFor(''));

/**
 * Migrates the store to the newest schema, keeping its data. Replicas may do so at the same time:
 * Kysely takes a PostgreSQL lock, and for SQLite one immediate transaction is the lock.
 */
export async function migrate(
  db: Database,
  kind: 'sqlite' | 'postgres',
  groupId: string,
): Promise<void> {
  const plain = db.withoutPlugins();
  if (kind === 'postgres') return migrateToLatest(plain, groupId);
  await plain.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await migrateToLatest(connection, groupId);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

async function migrateToLatest(db: Database, groupId: string): Promise<void> {
  const provider = { getMigrations: async () => migrationsFor(groupId) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
