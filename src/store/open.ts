import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CamelCasePlugin, type Dialect, Kysely, sql } from 'kysely';
import type { Alerts } from '../app/ports.ts';
import type { CalendarSnapshots } from '../calendar/ports.ts';
import { SetupError } from '../errors.ts';
import type { DestinationKind } from '../reminders/destination.ts';
import type { Ledger, Subscriptions } from '../reminders/ports.ts';
import type { AnsweredQuestions } from '../slack/ports.ts';
import { storeAlerts } from './alerts.ts';
import { storeAnswers } from './answers.ts';
import { storeCalendarSnapshots } from './calendar-snapshots.ts';
import { type StoreHealth, UNWATCHED } from './health.ts';
import { storeLedger } from './ledger.ts';
import type { StoreLocation } from './location.ts';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import { postgresDialect } from './postgres.ts';
import type { Database, Tables } from './schema.ts';
import { lockFile } from './sqlite-lock.ts';
import { storeProblem } from './store-problem.ts';
import { storeSubscriptions } from './subscriptions.ts';

/** What the store has about one group. */
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

/**
 * Opens the store and migrates its schema; rows from before the store knew groups are assigned to
 * `groupId`. `health` is told of queries that fail later. Fails with SetupError.
 */
export async function openStore(
  location: StoreLocation,
  groupId: string,
  health: StoreHealth = UNWATCHED,
): Promise<Store> {
  let opened: Opened | undefined;
  try {
    opened = connect(location, health);
    await migrate(opened.db, location.kind, groupId);
    return storeOver(opened);
  } catch (error) {
    await opened?.close();
    throw new SetupError([storeProblem(location, error)]);
  }
}

/** Opens the store read-only; undefined if there is none yet. */
export async function openStoreForReading(location: StoreLocation): Promise<Store | undefined> {
  if (location.kind === 'sqlite' && !existsSync(location.path)) return undefined;
  const db = kyselyOver(
    location.kind === 'sqlite'
      ? nodeSqliteDialect(location.path, 'read', UNWATCHED)
      : postgresDialect(location.url, UNWATCHED),
  );
  const close = () => db.destroy();
  try {
    await sql`select group_id from posts limit 1`.execute(db);
    return storeOver({ db, close });
  } catch (error) {
    await close();
    if (/no such (table|column)|does not exist/.test(String(error)) && !isNoDatabase(error)) {
      return undefined;
    }
    throw new SetupError([storeProblem(location, error)]);
  }
}

interface Opened {
  readonly db: Database;
  close(): Promise<void>;
}

function connect(location: StoreLocation, health: StoreHealth): Opened {
  switch (location.kind) {
    case 'sqlite': {
      const { path } = location;
      if (path === ':memory:') return opened(nodeSqliteDialect(path, 'write', health));
      mkdirSync(dirname(path), { recursive: true });
      const lock = lockFile(path);
      return opened(nodeSqliteDialect(path, 'write', health), lock.release);
    }
    case 'postgres':
      return opened(postgresDialect(location.url, health));
  }
}

function opened(dialect: Dialect, afterClose: () => void = () => {}): Opened {
  const db = kyselyOver(dialect);
  return {
    db,
    async close() {
      await db.destroy();
      afterClose();
    },
  };
}

/** PostgreSQL says “does not exist” of tables and of whole databases. */
function isNoDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '3D000';
}

function kyselyOver(dialect: Dialect): Database {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
}

function storeOver({ db, close }: Opened): Store {
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
    close,
  };
}
