import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTcpProxy } from '../../sandbox/tcp-proxy.ts';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import { failoverWatch } from '../../src/store/failover.ts';
import { openStore } from '../../src/store/open.ts';
import { at, meeting } from '../support/build.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

const now = at('2026-12-02T08:50');
const MINUTE_MS = 60_000;

const post = {
  key: 'reminder/a',
  kind: 'reminder',
  meetingId: 'a',
  leadMinutes: 10,
  destination: { kind: 'channel', channelId: 'C1' },
  details: detailsOf(meeting('2026-12-02T09:00')),
  asOf: now,
} as const;

const portOf = (url: string) => Number(new URL(url).port);

describe('a database is in doubt', () => {
  it.each([
    ['never while its server stays the same', ['a', 'a'], 0, false],
    ['after another server has taken over', ['a', 'b'], 0, true],
    ['for a quarter of an hour', ['a', 'b'], 14, true],
    ['no longer', ['a', 'b'], 15, false],
    ['also when the first server comes back', ['a', 'b', 'a'], 0, true],
  ])('%s', (_, servers, minutesLater, inDoubt) => {
    let minute = 0;
    const watch = failoverWatch(() => minute * MINUTE_MS);
    for (const server of servers) watch.connectedTo(server);
    minute = minutesLater;
    expect(watch.isInDoubt()).toBe(inDoubt);
  });
});

describe('a server that takes over and lacks the last transactions', () => {
  let servers: readonly [Postgres, Postgres];

  beforeAll(async () => {
    servers = [await startPostgres(), await startPostgres()];
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  it('has Slack searched before anything is posted again', async () => {
    const [primary, replica] = [await servers[0].create('bot'), await servers[1].create('bot')];
    await (await openStore({ kind: 'postgres', url: replica }, 'wg')).close();
    const proxy = await startTcpProxy({ port: portOf(primary) });
    const url = Object.assign(new URL(primary), { port: String(proxy.port) }).href;
    const store = await openStore({ kind: 'postgres', url }, 'wg');
    const ledger = store.forGroup('wg').ledgers.channel;
    expect((await ledger.claim(post, now)).kind).toBe('claimed');
    await ledger.recordPosted(post.key, { channel: 'C1', ts: '1.000001' }, now);

    proxy.redirect({ port: portOf(replica) });
    expect((await ledger.states(now)).size, 'the replica lacks the post').toBe(0);
    expect(await ledger.claim(post, now)).toMatchObject({ kind: 'unsettled', attempts: 1 });
    await store.close();
    await proxy.close();
  });
});
