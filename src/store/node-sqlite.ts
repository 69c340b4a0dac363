import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { nextTurn } from '../concurrency/turns.ts';
import type { StoreHealth } from './health.ts';

const parameters = z.array(
  z.union([z.string(), z.number(), z.bigint(), z.null(), z.instanceof(Uint8Array)]),
) satisfies z.ZodType<SQLInputValue[]>;

const BUSY_TIMEOUT_MS = 5000;

/** Kysely's SQLite dialect for Node's built-in SQLite, so that nothing has to be compiled. */
export function nodeSqliteDialect(
  path: string | URL,
  mode: 'read' | 'write',
  health: StoreHealth,
): SqliteDialect {
  const database = new DatabaseSync(path, { readOnly: mode === 'read', timeout: BUSY_TIMEOUT_MS });
  if (mode === 'write') database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return new PatientDialect({ database: kyselyDatabase(database, health) });
}

/**
 * SQLite answers at once, in this thread: a hundred queries in a row, each awaited, would all run in one
 * turn of the event loop.
 */
class PatientDriver extends SqliteDriver {
  override async acquireConnection() {
    await nextTurn();
    return super.acquireConnection();
  }
}

class PatientDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver() {
    return new PatientDriver(this.#config);
  }
}

// The bot has a few dozen queries, and compiling one costs more than running it.
const MAX_STATEMENTS = 200;

function kyselyDatabase(database: DatabaseSync, health: StoreHealth): SqliteDatabase {
  const statements = new LRUCache<string, SqliteStatement>({ max: MAX_STATEMENTS });
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const statement = kyselyStatement(database.prepare(sql), health);
      statements.set(sql, statement);
      return statement;
    },
  };
}

function kyselyStatement(statement: StatementSync, health: StoreHealth): SqliteStatement {
  /** A full or broken disk fails every write until someone fixes it. */
  function watched<T>(work: () => T): T {
    try {
      const result = work();
      health.worked();
      return result;
    } catch (error) {
      health.failed(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
  return {
    reader: statement.columns().length > 0,
    all: (values) => watched(() => statement.all(...parameters.parse(values))),
    run: (values) => watched(() => statement.run(...parameters.parse(values))),
    iterate: (values) => statement.iterate(...parameters.parse(values)),
  };
}
