import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { Finding } from '../findings.ts';
import { openForReading } from './connect.ts';
import type { StoreLocation } from './location.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Database } from './schema.ts';
import { isFileInUse } from './sqlite-lock.ts';
import { storeProblem } from './store-problem.ts';

/** The tables of a store, as the migrations know them. */
export interface StoreSchema {
  readonly kind: 'current' | 'older' | 'newer' | 'empty' | 'foreign';
}

/** What can be found out about a store without changing it. An obstacle is why it can't be written. */
export type StoreFacts =
  | { readonly kind: 'in memory' }
  | {
      readonly kind: 'not there yet';
      readonly path: string;
      readonly obstacle: string | undefined;
    }
  | {
      readonly kind: 'there';
      /** Its name and version. */
      readonly where: string;
      readonly obstacle: string | undefined;
      readonly schema: StoreSchema;
      /** Whether another process has it open for writing, if that is one's privilege. */
      readonly running: boolean;
    }
  | { readonly kind: 'unusable'; readonly finding: Finding };

/** Looks at a store, and writes nothing. */
export async function inspectStore(location: StoreLocation): Promise<StoreFacts> {
  if (location.kind === 'sqlite') {
    if (location.path === ':memory:') return { kind: 'in memory' };
    if (!existsSync(location.path)) return absentFile(location.path);
  }
  try {
    const opened = openForReading(location);
    if (!opened) throw new Error('there is no database');
    try {
      return await facts(opened.db, location);
    } finally {
      await opened.close();
    }
  } catch (error) {
    return { kind: 'unusable', finding: storeProblem(location, error) };
  }
}

async function facts(db: Database, location: StoreLocation): Promise<StoreFacts> {
  switch (location.kind) {
    case 'sqlite': {
      const { path } = location;
      const version = await oneValue(db, sql`select sqlite_version() as value`);
      const tables = await namesIn(db, sql`select name from sqlite_master where type = 'table'`);
      return {
        kind: 'there',
        where: `the SQLite file ${path} (SQLite ${version})`,
        obstacle: obstacleTo([path, dirname(path)]),
        schema: await schemaOf(db, tables),
        running: isFileInUse(path),
      };
    }
    case 'postgres': {
      const version = await oneValue(db, sql`select current_setting('server_version') as value`);
      const tables = await namesIn(
        db,
        sql`select table_name as name from information_schema.tables where table_schema = current_schema()`,
      );
      return {
        kind: 'there',
        where: `the PostgreSQL database (${version})`,
        obstacle: await postgresObstacle(db),
        schema: await schemaOf(db, tables),
        running: false,
      };
    }
  }
}

async function schemaOf(db: Database, tables: readonly string[]): Promise<StoreSchema> {
  if (tables.length === 0) return { kind: 'empty' };
  if (!tables.includes('kysely_migration')) return { kind: 'foreign' };
  const applied = await namesIn(db, sql`select name from kysely_migration`);
  if (applied.some((name) => !MIGRATIONS.includes(name))) return { kind: 'newer' };
  return { kind: applied.length < MIGRATIONS.length ? 'older' : 'current' };
}

async function postgresObstacle(db: Database): Promise<string | undefined> {
  const replica = await oneValue(db, sql`select pg_is_in_recovery()::text as value`);
  if (replica === 'true') return 'its server is a read-only replica';
  const may = await oneValue(
    db,
    sql`select coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)::text as value`,
  );
  return may === 'true' ? undefined : 'its user may not create tables in it';
}

/** The first start creates the file and the folders above it. */
function absentFile(path: string): StoreFacts {
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const obstacle = statSync(folder).isDirectory()
    ? obstacleTo([folder])
    : `${folder} is a file, not a folder`;
  return { kind: 'not there yet', path, obstacle };
}

function obstacleTo(written: readonly string[]): string | undefined {
  for (const path of written) {
    try {
      accessSync(path, constants.W_OK);
    } catch {
      return `${path} is not writable for the user that asks`;
    }
  }
  return undefined;
}

async function oneValue(
  db: Database,
  query: ReturnType<typeof sql<{ value: string }>>,
): Promise<string> {
  return (await query.execute(db)).rows[0]?.value ?? '';
}

async function namesIn(
  db: Database,
  query: ReturnType<typeof sql<{ name: string }>>,
): Promise<string[]> {
  return (await query.execute(db)).rows.map(({ name }) => name);
}
