import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import type { StoreLocation } from '../../src/store/location.ts';
import { createDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the PostgreSQL that all of them share. */
    readonly postgresPort: number;
  }
}

/** A server for one kind of store, on which each test gets its own store. */
export interface StoreServer {
  /** A new, empty place for a store, and the setting that names it. */
  create(): Promise<{ location: StoreLocation; url: string }>;
  stop(): Promise<void>;
}

export async function sqliteFiles(): Promise<StoreServer> {
  const folder = await mkdtemp(join(tmpdir(), 'store-test-'));
  let count = 0;
  return {
    async create() {
      count += 1;
      const path = join(folder, String(count), 'bot.sqlite');
      return { location: { kind: 'sqlite', path }, url: `file:${path}` };
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

/** A real PostgreSQL, which all test files share; each store is a database. */
export async function postgresServer(): Promise<StoreServer> {
  const answer = await text(connect(inject('postgresPort'), '127.0.0.1'));
  const port = Number(answer);
  if (!port) throw new Error(answer);
  return {
    async create() {
      const url = await createDatabase(port, `test_${randomUUID().replaceAll('-', '_')}`);
      return { location: { kind: 'postgres', url }, url };
    },
    stop: async () => {},
  };
}
