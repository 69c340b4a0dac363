import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTcpProxy } from '../../sandbox/tcp-proxy.ts';
import { databaseFinding } from '../../src/checks/database.ts';
import type { StoreHealth } from '../../src/store/health.ts';
import { inspectStore } from '../../src/store/inspect.ts';
import type { StoreLocation } from '../../src/store/location.ts';
import { openStore } from '../../src/store/open.ts';
import { at } from '../support/build.ts';
import { freePort } from '../support/free-port.ts';
import { postgresServer, type StoreServer } from '../support/stores.ts';

const now = at('2026-12-02T08:50');
// As many as there are connections: nothing waits for one, so that no query fails because the machine is slow.
const AT_ONCE = 4;
let server: StoreServer;
beforeAll(async () => {
  server = await postgresServer();
});
afterAll(() => server.stop());

const postgres = (url: string): StoreLocation => ({ kind: 'postgres', url });

function watchedHealth() {
  const reasons: string[] = [];
  let isWell = true;
  const health: StoreHealth = {
    failed(reason) {
      isWell = false;
      reasons.push(reason);
    },
    worked() {
      isWell = true;
    },
  };
  return { health, reasons, isWell: () => isWell };
}

/** A store behind a proxy that can be cut. */
async function behindProxy() {
  const { url } = await server.create();
  const address = new URL(url);
  const proxy = await startTcpProxy({ port: Number(address.port) });
  address.port = String(proxy.port);
  const watched = watchedHealth();
  const store = await openStore(postgres(address.href), 'wg', watched.health);
  const { ledgers, subscriptions } = store.forGroup('wg');
  return { url, proxy, store, subscriptions, ledger: ledgers.channel, ...watched };
}

async function endAllBackends(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
  );
  await client.end();
}

describe('a look at the database', () => {
  it('finds it empty, current, of a newer version, and not writable', async () => {
    const { url, location } = await server.create();
    const look = async () => databaseFinding(await inspectStore(location));
    expect(await look()).toMatchObject({ kind: 'fine', says: expect.stringMatching(/is empty/) });
    await (await openStore(location, 'wg')).close();
    expect(await look()).toMatchObject({
      kind: 'fine',
      says: expect.stringMatching(/^the PostgreSQL database \(\d+.*\) works$/),
    });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("delete from kysely_migration where name like '0004%'");
    expect(await look()).toMatchObject({ says: expect.stringMatching(/next start will update/) });
    await client.query("insert into kysely_migration values ('9999-future', '2030-01-01')");
    expect(await look()).toMatchObject({ kind: 'fatal', says: expect.stringMatching(/newer/) });
    await client.query('revoke create on schema public from public');
    await client.query("create role reader login password 'reader'");
    await client.query('grant select on all tables in schema public to reader');
    await client.end();
    const address = new URL(url);
    address.username = 'reader';
    address.password = 'reader';
    expect(databaseFinding(await inspectStore(postgres(address.href)))).toMatchObject({
      kind: 'fatal',
      says: expect.stringMatching(/its user may not create tables/),
    });
  });
});

describe('a connection that breaks', () => {
  it('during queries loses none of their work, and does not end the process', async () => {
    const { url, store, subscriptions, proxy, reasons } = await behindProxy();
    let done = 0;
    const ask = async (first: number) => {
      for (let n = first; n < 200; n += AT_ONCE) {
        await subscriptions.set({ userId: `U${n}`, about: undefined, leadTimes: [15] });
        done += 1;
      }
    };
    const work = Promise.all(Array.from({ length: AT_ONCE }, (_, first) => ask(first)));
    for (const progress of [30, 60, 90, 120, 150]) {
      await expect.poll(() => done, { interval: 1 }).toBeGreaterThan(progress);
      await endAllBackends(url);
    }
    await work;
    expect(await subscriptions.all()).toHaveLength(200);
    expect(reasons).toEqual([]);
    await store.close();
    await proxy.close();
  });

  it('through a proxy’s reset is replaced', async () => {
    const { proxy, ledger, store } = await behindProxy();
    await ledger.pending(now);
    proxy.cut();
    const pending = ledger.pending(now);
    await sleep(100);
    proxy.restore();
    await expect(pending).resolves.toEqual([]);
    await store.close();
    await proxy.close();
  });

  it('within a transaction fails it as a whole', async () => {
    const { proxy, subscriptions, store } = await behindProxy();
    await subscriptions.set({ userId: 'U1', about: undefined, leadTimes: [15] });
    proxy.cut();
    const forgetting = subscriptions.forget('U1').catch((error: unknown) => error);
    await forgetting;
    proxy.restore();
    await subscriptions.forget('U1');
    expect(await subscriptions.all()).toEqual([]);
    await store.close();
    await proxy.close();
  });
});

describe('an outage', () => {
  it('that lasts is reported, and so is its end', async () => {
    const { proxy, ledger, store, reasons, isWell } = await behindProxy();
    proxy.cut();
    await expect(ledger.pending(now)).rejects.toThrow();
    expect(reasons).not.toEqual([]);
    expect(isWell()).toBe(false);
    proxy.restore();
    await ledger.pending(now);
    expect(isWell()).toBe(true);
    await store.close();
    await proxy.close();
  });
});

it('a replica waits while another one updates the schema, longer than any query may take', async () => {
  const { location, url } = await server.create();
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  // The lock of Kysely's migrations.
  await other.query('select pg_advisory_lock(3853314791062309107)');
  const opening = openStore(location, 'wg');
  await sleep(9_000);
  await other.end();
  await (await opening).close();
});

describe('a first connection', () => {
  async function failureOf(url: string): Promise<string> {
    const error: unknown = await openStore(postgres(url), 'wg').catch((cause: unknown) => cause);
    return error instanceof Error ? error.message : 'opened';
  }

  it('that hangs times out, and names the setting', async () => {
    const { url } = await server.create();
    const address = new URL(url);
    const proxy = await startTcpProxy({ port: Number(address.port) });
    address.port = String(proxy.port);
    proxy.hold();
    expect(await failureOf(address.href)).toMatch(/^DATABASE_URL: .*does not answer/);
    await proxy.close();
  });

  it.each([
    [
      'with a wrong password',
      (url: URL) => Object.assign(url, { password: 'wrong-secret' }),
      /user and password/,
    ],
    [
      'to an unknown host',
      (url: URL) => Object.assign(url, { hostname: 'no-such-host.invalid' }),
      /check the name after the @/,
    ],
    [
      'to a database that does not exist',
      (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
      /no database with that name/,
    ],
  ])('%s says so, and never the password', async (_, spoil, words) => {
    const { url } = await server.create();
    const failure = await failureOf(spoil(new URL(url)).href);
    expect(failure).toMatch(/^DATABASE_URL: /);
    expect(failure).toMatch(words);
    expect(failure).not.toMatch(/sandbox|wrong-secret/);
  });

  it('to a port that nothing listens on says so', async () => {
    const url = `postgres://postgres:sandbox@127.0.0.1:${await freePort()}/test`;
    expect(await failureOf(url)).toMatch(/Nothing is listening/);
  });
});
