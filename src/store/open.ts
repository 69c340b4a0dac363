import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Alerts } from '../app/ports.ts';
import type { CalendarSnapshots } from '../calendar/ports.ts';
import { SetupError } from '../errors.ts';
import type { DestinationKind } from '../reminders/destination.ts';
import type { Ledger, Subscriptions } from '../reminders/ports.ts';
import type { AnsweredQuestions } from '../slack/ports.ts';
import { storeAlerts } from './alerts.ts';
import { storeAnswers } from './answers.ts';
import { storeCalendarSnapshots } from './calendar-snapshots.ts';
import { storeLedger } from './ledger.ts';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import type { Database, Tables } from './schema.ts';
import { storeSubscriptions } from './subscriptions.ts';

/** Where the store is. `:memory:` as a path keeps all in memory. */
export type StoreLocation =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** What the store holds about one group. */
export interface GroupStore {
  readonly ledgers: Readonly<Record<DestinationKind, Ledger>>;
  readonly calendarSnapshots: CalendarSnapshots;
  readonly subscriptions: Subscriptions;
}

export interface Store {
  /** One group's part; no group ever sees another's. */
  forGroup(groupId: string): GroupStore;
  readonly alerts: Alerts;
  readonly answers: AnsweredQuestions;
  close(): Promise<void>;
}

// One replica asks little at a time; many replicas share the server's connections.
const POSTGRES_CONNECTIONS = 4;

/**
 * Opens the store and brings its schema up to date; rows from before a store knew groups become
 * those of `groupId`. Fails with SetupError.
 */
export async function openStore(location: StoreLocation, groupId: string): Promise<Store> {
  let db: Database | undefined;
  try {
    db = connect(location);
    await migrate(db, location.kind, groupId);
    return storeOver(db);
  } catch (error) {
    await db?.destroy();
    throw new SetupError([storeProblem(location, error)]);
  }
}

/** Opens the store for looking alone; undefined where there is none yet. */
export async function openStoreForReading(location: StoreLocation): Promise<Store | undefined> {
  if (location.kind === 'sqlite' && !existsSync(location.path)) return undefined;
  const db =
    location.kind === 'sqlite'
      ? kyselyOver(nodeSqliteDialect(location.path, 'read'))
      : connect(location);
  try {
    await sql`select group_id from posts limit 1`.execute(db);
    return storeOver(db);
  } catch (error) {
    await db.destroy();
    if (/no such (table|column)|does not exist/.test(String(error))) return undefined;
    throw new SetupError([storeProblem(location, error)]);
  }
}

function connect(location: StoreLocation): Database {
  switch (location.kind) {
    case 'sqlite':
      if (location.path !== ':memory:') mkdirSync(dirname(location.path), { recursive: true });
      return kyselyOver(nodeSqliteDialect(location.path, 'write'));
    case 'postgres': {
      const pool = new pg.Pool({ connectionString: location.url, max: POSTGRES_CONNECTIONS });
      // A connection that breaks while idle is replaced; without a listener it would end the process.
      pool.on('error', () => {});
      return kyselyOver(new PostgresDialect({ pool }));
    }
  }
}

function kyselyOver(dialect: Dialect): Database {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
}

function storeOver(db: Database): Store {
  return {
    forGroup: (groupId) => ({
      ledgers: {
        channel: storeLedger(db, groupId, 'channel'),
        person: storeLedger(db, groupId, 'person'),
      },
      calendarSnapshots: storeCalendarSnapshots(db, groupId),
      subscriptions: storeSubscriptions(db, groupId),
    }),
    alerts: storeAlerts(db),
    answers: storeAnswers(db),
    close: () => db.destroy(),
  };
}

function storeProblem(location: StoreLocation, error: unknown): string {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  switch (location.kind) {
    case 'sqlite':
      return `DATABASE_URL: cannot open the SQLite file ${location.path} (${reason}). Its folder must exist or be creatable, and be writable by the bot.`;
    case 'postgres':
      return `DATABASE_URL: cannot use the PostgreSQL database (${reason}). Check host, name, user and password, and that the user may create tables.`;
  }
}
