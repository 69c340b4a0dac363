import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';
import { z } from 'zod';

const parameters = z.array(
  z.union([z.string(), z.number(), z.bigint(), z.null(), z.instanceof(Uint8Array)]),
) satisfies z.ZodType<SQLInputValue[]>;

const BUSY_TIMEOUT_MS = 5000;

/** Kysely's SQLite dialect over the SQLite that Node brings, so that nothing has to be compiled. */
export function nodeSqliteDialect(path: string, mode: 'read' | 'write'): SqliteDialect {
  const database = new DatabaseSync(path, { readOnly: mode === 'read', timeout: BUSY_TIMEOUT_MS });
  if (mode === 'write') database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return new SqliteDialect({ database: kyselyDatabase(database) });
}

function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...parameters.parse(values)),
        run: (values) => statement.run(...parameters.parse(values)),
        iterate: (values) => statement.iterate(...parameters.parse(values)),
      };
    },
  };
}
