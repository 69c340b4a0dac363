import { existsSync } from 'node:fs';
import { type RawBuilder, sql } from 'kysely';
import { SetupError } from '../errors.ts';
import { findingLine } from '../findings.ts';
import { type Opened, openForReading, openForWork } from './connect.ts';
import { failoverWatch } from './failover.ts';
import { UNWATCHED } from './health.ts';
import { inspectStore } from './inspect.ts';
import type { StoreLocation } from './location.ts';
import type { Database } from './schema.ts';
import { lockFile } from './sqlite-lock.ts';
import { storeProblem } from './store-problem.ts';

export interface CopiedTable {
  readonly name: string;
  readonly rows: number;
}

type Postgres = Extract<StoreLocation, { kind: 'postgres' }>;
type Row = Readonly<Record<string, unknown>>;

// 500 rows of the widest table have a sixth of the parameters that PostgreSQL allows in a statement.
const BATCH = 500;
const NO_GROUP = '';

/**
 * Copies every row of a SQLite file into a PostgreSQL database, all or nothing. No bot may have the file open
 * meanwhile, and nobody's rows may be in the database. Fails with SetupError.
 */
export async function copyToPostgres(path: string, target: Postgres): Promise<CopiedTable[]> {
  const source: StoreLocation = { kind: 'sqlite', path };
  if (!existsSync(path)) throw new SetupError([`there is no database ${path}`]);
  const lock = await within(source, async () => lockFile(path));
  try {
    await requireSource(source);
    await requireTarget(target);
    return await within(target, async () => {
      const opened = await openForWork(target, NO_GROUP, UNWATCHED, failoverWatch());
      return using(opened, (to) => copyFrom(source, to));
    });
  } finally {
    lock.release();
  }
}

async function copyFrom(source: StoreLocation, to: Database): Promise<CopiedTable[]> {
  const from = openForReading(source);
  if (!from) throw new Error('the file has gone');
  return using(from, async (db) => {
    const tables = await tablesOf(db);
    return to.transaction().execute(async (target) => {
      const copied: CopiedTable[] = [];
      for (const name of tables) {
        await requireEmpty(target, name);
        copied.push({ name, rows: await copyTable(db, target, name) });
      }
      return copied;
    });
  });
}

async function requireSource(source: Extract<StoreLocation, { kind: 'sqlite' }>): Promise<void> {
  const facts = await inspectStore(source);
  if (facts.kind === 'unusable') throw new SetupError([findingLine(facts.finding)]);
  if (facts.kind !== 'there' || facts.schema.kind === 'current') return;
  throw new SetupError([
    facts.schema.kind === 'older'
      ? `${source.path} was written by an older version of the bot: start this version with it once`
      : `${source.path} is not a database of this version of the bot`,
  ]);
}

async function requireTarget(target: Postgres): Promise<void> {
  const facts = await inspectStore(target);
  if (facts.kind === 'unusable') throw new SetupError([findingLine(facts.finding)]);
  if (facts.kind !== 'there') return;
  const { kind } = facts.schema;
  if (kind !== 'empty' && kind !== 'current') throw notEmpty('tables of something else');
}

/** Until the end of the transaction, nobody else adds a row. */
async function requireEmpty(db: Database, name: string): Promise<void> {
  const table = sql.table(name);
  await sql`lock table ${table} in share row exclusive mode`.execute(db);
  const { rows } = await sql`select 1 from ${table} limit 1`.execute(db);
  if (rows.length > 0) throw notEmpty(`rows in ${name}`);
}

function notEmpty(what: string): SetupError {
  return new SetupError([
    `DATABASE_URL: the PostgreSQL database is not empty, it has ${what}. Name an empty one; nothing was changed.`,
  ]);
}

async function tablesOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master
    where type = 'table' and name not like 'kysely_%' and name not like 'sqlite_%'
    order by name`.execute(db);
  return rows.map(({ name }) => name);
}

async function copyTable(from: Database, to: Database, name: string): Promise<number> {
  let [copied, after] = [0, 0];
  for (;;) {
    const { rows } = await sql<Row>`
      select rowid as row_number, * from ${sql.table(name)}
      where rowid > ${after} order by rowid limit ${BATCH}`.execute(from.withoutPlugins());
    const last = rows.at(-1);
    if (!last) return copied;
    await insert(to.withoutPlugins(), name, rows);
    copied += rows.length;
    after = Number(last.row_number);
  }
}

async function insert(db: Database, name: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'row_number');
  const values = (row: Row): RawBuilder<unknown> =>
    sql`(${sql.join(columns.map((column) => row[column]))})`;
  await sql`
    insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(rows.map(values))}`.execute(db);
}

async function using<T>({ db, close }: Opened, work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await work(db);
  } finally {
    await close();
  }
}

/** What goes wrong with a database becomes advice about it. */
async function within<T>(location: StoreLocation, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError([findingLine(storeProblem(location, error))]);
  }
}
