import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Dialect,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import type { StoreHealth } from './health.ts';

// One replica runs few queries at a time; many replicas share the server's connections.
const MAX_CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 5_000;
// The client waits a little longer than the server works, in case the server has fallen silent.
const SILENCE_MS = 2_000;
// A failover takes seconds; after a longer wait, an error is better.
const RETRY_AFTER_MS = [50, 300, 1_500];

export interface PostgresSettings {
  readonly health: StoreHealth;
  /** The server cancels a statement that takes longer. */
  readonly statementTimeoutMs: number;
  /** Called with each new connection: when its server was started. */
  onServer(serverStart: string): void;
}

const started = z.tuple([z.object({ start: z.string() })]);
const failure = z.object({ code: z.string().optional(), message: z.string().default('') });

// Broken connections, servers that start, stop or fail over, and too many connections.
// https://www.postgresql.org/docs/current/errcodes-appendix.html
const PASSING =
  /^(08...|57P0[1-3]|25006|53300|40001|40P01|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
const PASSING_WORDS =
  /Connection terminated|Client has encountered a connection error|not queryable|timeout exceeded|Query read timeout/;

/** Whether the same query may succeed on another connection. */
export function isPassing(error: unknown): boolean {
  const { code, message } = failure.safeParse(error).data ?? { code: undefined, message: '' };
  return PASSING.test(code ?? '') || PASSING_WORDS.test(message);
}

/** Kysely's dialect for a pool that survives broken connections. */
export function postgresDialect(
  url: string,
  { health, statementTimeoutMs, onServer }: PostgresSettings,
): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + SILENCE_MS,
    keepAlive: true,
    onConnect: async (client) => onServer(await serverStart(client)),
  });
  // A broken connection is replaced. Without a listener, on the pool while it is idle and on the
  // client while it is in use, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({
    pool: {
      async connect() {
        const reconnect = () => connect(pool, health);
        return new LastingClient(await reconnect(), reconnect, health);
      },
      end: () => pool.end(),
      options: pool.options,
    },
  });
}

/**
 * A client that keeps working when its connection breaks: a query outside a transaction is retried on
 * another one. Every query of the store may run twice: what was claimed by an attempt whose response
 * was lost is found taken, and is settled when its lease expires.
 */
class LastingClient implements PostgresPoolClient {
  readonly #connect: () => Promise<PostgresPoolClient>;
  readonly #health: StoreHealth;
  /** Undefined after the connection broke. */
  #client: PostgresPoolClient | undefined;
  #inTransaction = false;

  constructor(
    client: PostgresPoolClient,
    connect: () => Promise<PostgresPoolClient>,
    health: StoreHealth,
  ) {
    this.#client = client;
    this.#connect = connect;
    this.#health = health;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    query: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof query !== 'string') throw new Error('The store does not use cursors.');
    const pauses = this.#inTransaction ? [] : RETRY_AFTER_MS;
    this.#inTransaction = isWithinTransaction(query, this.#inTransaction);
    return this.#try<R>(query, parameters, pauses);
  }

  release(): void {
    this.#client?.release();
  }

  async #try<R>(
    sql: string,
    parameters: readonly unknown[],
    [pauseMs, ...pauses]: readonly number[],
  ): Promise<PostgresQueryResult<R>> {
    try {
      this.#client ??= await this.#connect();
      const result = await this.#client.query<R>(sql, parameters);
      this.#health.worked();
      return result;
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.#client?.release(true);
      this.#client = undefined;
      if (pauseMs === undefined) {
        this.#health.failed(reasonOf(error));
        throw error;
      }
      await sleep(pauseMs);
      return this.#try(sql, parameters, pauses);
    }
  }
}

/** A connection from the pool, with retries while the server is briefly unavailable. */
async function connect(pool: pg.Pool, health: StoreHealth): Promise<PostgresPoolClient> {
  for (const pauseMs of RETRY_AFTER_MS) {
    try {
      return await pool.connect();
    } catch (error) {
      // After waiting for the whole timeout, don't wait for another.
      if (!isPassing(error) || /timeout/.test(reasonOf(error))) return failed(error, health);
      await sleep(pauseMs);
    }
  }
  return pool.connect().catch((error: unknown) => failed(error, health));
}

async function serverStart(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query('select pg_postmaster_start_time()::text as start');
  return started.parse(rows)[0].start;
}

function failed(error: unknown, health: StoreHealth): never {
  health.failed(reasonOf(error));
  throw error;
}

function isWithinTransaction(sql: string, before: boolean): boolean {
  if (/^\s*(begin|start transaction)\b/iu.test(sql)) return true;
  return /^\s*(commit|rollback(?! to))\b/iu.test(sql) ? false : before;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
