import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { SetupError } from '../../errors.ts';
import type { CalendarCopies, Ledger } from '../../ports.ts';
import { storeCalendarCopies } from './calendar-copies.ts';
import { storeLedger } from './ledger.ts';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import type { Database, Tables } from './schema.ts';

export interface Store {
  readonly ledger: Ledger;
  readonly calendarCopies: CalendarCopies;
  close(): Promise<void>;
}

/** Opens the SQLite file at `path` (`:memory:` keeps all in memory), making its folder and schema. */
export async function openStore(path: string): Promise<Store> {
  const db = await openDatabase(path);
  return {
    ledger: storeLedger(db),
    calendarCopies: storeCalendarCopies(db),
    close: () => db.destroy(),
  };
}

async function openDatabase(path: string): Promise<Database> {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(path) });
    await migrate(db);
    return db;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError([
      `DATABASE_URL: cannot open the SQLite file ${path} (${reason}). Its folder must exist or be creatable, and be writable by the bot.`,
    ]);
  }
}
