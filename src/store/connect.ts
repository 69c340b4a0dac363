import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import type { FailoverWatch } from './failover.ts';
import { type StoreHealth, UNWATCHED } from './health.ts';
import type { StoreLocation } from './location.ts';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import { postgresDialect } from './postgres.ts';
import type { Database, Tables } from './schema.ts';
import { lockFile } from './sqlite-lock.ts';

/** An open database. */
export interface Opened {
  readonly db: Database;
  close(): Promise<void>;
}

const STATEMENT_TIMEOUT_MS = 8_000;
// A replica waits while another one updates the schema, and a large table takes its time.
const MIGRATION_TIMEOUT_MS = 60_000;

const ignoreServer = () => {};

/** Opens a database that is to be written, and updates its schema. */
export async function openForWork(
  location: StoreLocation,
  groupId: string,
  health: StoreHealth,
  { connectedTo }: FailoverWatch,
): Promise<Opened> {
  switch (location.kind) {
    case 'sqlite':
      return migrated(openFile(location.path, health), 'sqlite', groupId);
    case 'postgres': {
      const { url } = location;
      const migrating = { statementTimeoutMs: MIGRATION_TIMEOUT_MS, onServer: ignoreServer };
      const once = opened(postgresDialect(url, { ...migrating, health: UNWATCHED }));
      await (await migrated(once, 'postgres', groupId)).close();
      const working = { statementTimeoutMs: STATEMENT_TIMEOUT_MS, onServer: connectedTo };
      return opened(postgresDialect(url, { ...working, health }));
    }
  }
}

/** Opens a database that is not to be changed; undefined when there is none. */
export function openForReading(location: StoreLocation): Opened | undefined {
  switch (location.kind) {
    case 'sqlite':
      if (!existsSync(location.path)) return undefined;
      return opened(nodeSqliteDialect(readOnlyFile(location.path), 'read', UNWATCHED));
    case 'postgres': {
      const reading = { statementTimeoutMs: STATEMENT_TIMEOUT_MS, onServer: ignoreServer };
      return opened(postgresDialect(location.url, { ...reading, health: UNWATCHED }));
    }
  }
}

/**
 * Reading a file in WAL mode creates two files beside it, unless SQLite is told that nobody writes. Somebody
 * may if there is a log; then both are there already.
 */
function readOnlyFile(path: string): string | URL {
  if (existsSync(`${path}-wal`)) return path;
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return url;
}

function openFile(path: string, health: StoreHealth): Opened {
  if (path === ':memory:') return opened(nodeSqliteDialect(path, 'write', health));
  mkdirSync(dirname(path), { recursive: true });
  // SQLite opens a read-only file without complaint, and fails when the first row is written.
  for (const written of [path, dirname(path)]) {
    if (existsSync(written)) accessSync(written, constants.W_OK);
  }
  const lock = lockFile(path);
  try {
    return opened(nodeSqliteDialect(path, 'write', health), lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function migrated(
  database: Opened,
  kind: StoreLocation['kind'],
  groupId: string,
): Promise<Opened> {
  try {
    await migrate(database.db, kind, groupId);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function opened(dialect: Dialect, afterClose: () => void = () => {}): Opened {
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  return {
    db,
    async close() {
      await db.destroy();
      afterClose();
    },
  };
}
