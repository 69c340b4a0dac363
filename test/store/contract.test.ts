import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import type { Ledger } from '../../src/reminders/ports.ts';
import type { PlannedPost } from '../../src/reminders/post.ts';
import type { StoreLocation } from '../../src/store/location.ts';
import {
  type GroupStore,
  openStore,
  openStoreForReading,
  type Store,
} from '../../src/store/open.ts';
import { at, meeting } from '../support/build.ts';
import { postgresServer, type StoreServer, sqliteFiles } from '../support/stores.ts';

const now = at('2026-12-02T08:50');
const one = meeting('2026-12-02T09:00');

const channel = { kind: 'channel', channelId: 'C1' } as const;
const person = { kind: 'person', userId: 'U1' } as const;

function postFor(
  key: string,
  changes: Partial<Pick<PlannedPost, 'details' | 'destination'>> = {},
): PlannedPost {
  return {
    key,
    kind: 'reminder',
    meetingId: one.id,
    leadMinutes: 10,
    destination: channel,
    details: detailsOf(one),
    asOf: now,
    ...changes,
  };
}
const post = postFor('reminder/a');

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
])('a store in %s', (_, startServer) => {
  let server: StoreServer;
  let location: StoreLocation;
  let store: Store;
  let group: GroupStore;
  let ledger: Ledger;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    ({ location } = await server.create());
    store = await openStore(location, 'wg');
    group = store.forGroup('wg');
    ledger = group.ledgers.channel;
  });
  afterEach(() => store.close());

  const kindOf = async (claimed = post, when = now) => (await ledger.claim(claimed, when)).kind;

  it('lets only one of many claim a post', async () => {
    // SQLite allows one process, PostgreSQL many.
    const other = location.kind === 'sqlite' ? store : await openStore(location, 'wg');
    const claims = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? store : other).forGroup('wg').ledgers.channel.claim(post, now),
      ),
    );
    if (other !== store) await other.close();
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(claims.filter(({ kind }) => kind === 'taken')).toHaveLength(39);
  });

  it('passes a vanished holder’s claim on as unsettled, to only one, when its lease expires', async () => {
    await ledger.claim(post, now);
    expect(await kindOf(post, now.plus({ seconds: 74 }))).toBe('taken');
    const later = now.plus({ seconds: 75 });
    const claims = await Promise.all(Array.from({ length: 10 }, () => ledger.claim(post, later)));
    expect(claims.filter(({ kind }) => kind === 'unsettled')).toMatchObject([{ attempts: 2 }]);
    const unsettled = claims.find((claim) => claim.kind === 'unsettled');
    expect(unsettled?.since.toMillis()).toBe(now.toMillis());
  });

  it('frees a claim immediately if the clock was then set back by an hour', async () => {
    await ledger.claim(post, now.plus({ hours: 1 }));
    expect(await kindOf(post, now)).toBe('unsettled');
  });

  it('passes a released claim on after its time, as having had no effect', async () => {
    await ledger.claim(post, now);
    await ledger.release(post.key, now.plus({ seconds: 30 }), now);
    expect(await kindOf(post, now.plus({ seconds: 29 }))).toBe('taken');
    expect(await kindOf(post, now.plus({ seconds: 30 }))).toBe('claimed');
  });

  it('passes a deferred claim on as unsettled, at the given time', async () => {
    await ledger.claim(post, now);
    await ledger.defer(post.key, now.plus({ seconds: 40 }), now);
    expect(await kindOf(post, now.plus({ seconds: 39 }))).toBe('taken');
    expect(await kindOf(post, now.plus({ seconds: 40 }))).toBe('unsettled');
  });

  it('plans a withdrawn post again', async () => {
    await ledger.claim(post, now);
    await ledger.withdraw(post.key);
    expect(await kindOf()).toBe('claimed');
    await ledger.recordPosted(post.key, { channel: 'C1', ts: '1.000001' }, now);
    await ledger.withdraw(post.key);
    expect(await kindOf(), 'what is posted stays').toBe('taken');
  });

  it('never passes a settled post on', async () => {
    const refused = postFor('reminder/b');
    await ledger.claim(post, now);
    await ledger.recordPosted(post.key, { channel: 'C1', ts: '1.000001' }, now);
    await ledger.claim(refused, now);
    await ledger.abandon(refused.key, 'not_in_channel', now);
    expect(await kindOf(post, now.plus({ days: 1 }))).toBe('taken');
    expect(await kindOf(refused, now.plus({ days: 1 }))).toBe('taken');
    expect(await ledger.states(now)).toEqual(
      new Map([
        [post.key, 'posted'],
        [refused.key, 'abandoned'],
      ]),
    );
    expect(await ledger.pending(now.plus({ days: 1 }))).toEqual([]);
  });

  it('keeps a queued post until someone makes it, and queues it once', async () => {
    const other = { kind: 'channel', channelId: 'C2' } as const;
    await ledger.enqueue([{ post, notBefore: now }], now);
    const again = postFor(post.key, { destination: other });
    await ledger.enqueue([{ post: again, notBefore: now }], now);
    expect(await ledger.pending(now)).toMatchObject([{ key: post.key, destination: channel }]);
    expect(await kindOf()).toBe('claimed');
    expect(await ledger.pending(now)).toEqual([]);
    expect(await ledger.pending(now.plus({ seconds: 75 }))).toHaveLength(1);
  });

  it('knows what a message first said and what it says since its edit', async () => {
    await ledger.claim(post, now);
    await ledger.recordPosted(post.key, { channel: 'C1', ts: `${now.toSeconds()}.000001` }, now);
    const details = { ...post.details, cancelled: true };
    const readAt = now.plus({ minutes: 5 });
    expect(await ledger.claimEdit(post.key, now)).toBe(true);
    expect(await ledger.claimEdit(post.key, now)).toBe(false);
    await ledger.recordEdited(post.key, { meetingId: 'other', details }, readAt, now);
    expect(await ledger.claimEdit(post.key, now), 'one edit a minute').toBe(false);
    expect(await ledger.claimEdit(post.key, now.plus({ minutes: 1 }))).toBe(true);
    const [message] = await ledger.posted(now);
    expect(message).toMatchObject({ meetingId: 'other', leadMinutes: 10, destination: channel });
    expect(message?.original.cancelled).toBe(false);
    expect(message?.shown).toMatchObject({ cancelled: true, title: one.title });
    expect(message?.shown.start.zoneName).toBe('America/Los_Angeles');
    expect(message?.asOf.toMillis()).toBe(readAt.toMillis());
    expect(message?.postedAt.toMillis()).toBe(now.toMillis());
  });

  it('updates what an unsettled post says', async () => {
    await ledger.claim(post, now);
    const details = { ...post.details, title: 'Renamed' };
    await ledger.restate(postFor(post.key, { details }), now);
    await ledger.recordPosted(post.key, { channel: 'C1', ts: '1.000001' }, now);
    expect((await ledger.posted(now))[0]?.original.title).toBe('Renamed');
  });

  it('remembers across a restart', async () => {
    await ledger.claim(post, now);
    await ledger.recordPosted(post.key, { channel: 'C1', ts: '1.000001' }, now);
    await store.close();
    store = await openStore(location, 'wg');
    expect(await store.forGroup('wg').ledgers.channel.states(now)).toEqual(
      new Map([[post.key, 'posted']]),
    );
  });

  it('deletes only meetings that are long over', async () => {
    const start = now.plus({ days: 1 });
    const later = postFor('later', { details: { ...post.details, start } });
    await ledger.claim(post, now);
    await ledger.claim(later, now);
    expect(await ledger.prune(now.plus({ hours: 1 }))).toBe(1);
    expect(await kindOf(later)).toBe('taken');
    expect(await kindOf(post)).toBe('claimed');
  });

  it('lets only one claim an alert', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => store.alerts.claim('alert/x', now)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await store.alerts.prune(now.plus({ days: 1 }));
    expect(await store.alerts.claim('alert/x', now)).toBe(true);
  });

  it('queues thousands of posts at once', async () => {
    const posts = Array.from({ length: 1_200 }, (_, n) => postFor(`reminder/${n}`));
    const notBefore = now.plus({ minutes: 3 });
    await ledger.enqueue(
      posts.map((one) => ({ post: one, notBefore })),
      now,
    );
    expect(await ledger.pending(now)).toEqual([]);
    expect(await ledger.pending(notBefore)).toHaveLength(1_200);
  });

  it('deletes thousands of old posts a few at a time, so that others are not kept waiting', async () => {
    const posts = Array.from({ length: 1_200 }, (_, n) => postFor(`reminder/${n}`));
    await ledger.enqueue(
      posts.map((one) => ({ post: one, notBefore: now })),
      now,
    );
    let isDone = false;
    const pruned = ledger.prune(now.plus({ days: 1 })).finally(() => {
      isDone = true;
    });
    await store.ping();
    // In a file, all queries wait in one line; a server has other connections for them.
    if (location.kind === 'sqlite') expect(isDone, 'not even when another query is').toBe(false);
    expect(await pruned).toBe(1_200);
    expect(await ledger.pending(now)).toEqual([]);
  });

  it('returns each statement once, however many messages make it', async () => {
    const { person: people } = group.ledgers;
    for (const userId of ['U1', 'U2', 'U3']) {
      const theirs = postFor(`dm/${userId}/a`, { destination: { kind: 'person', userId } });
      await people.claim(theirs, now);
      await people.recordPosted(theirs.key, { channel: `D${userId}`, ts: '1.000001' }, now);
    }
    const statements = await people.statements(now);
    expect(statements).toMatchObject([{ kind: 'reminder', meetingId: one.id }]);
    expect(await people.postedAbout([one.id], now)).toHaveLength(3);
    expect(await people.postedAbout(['another'], now)).toEqual([]);
    expect(await people.postedAbout([], now)).toEqual([]);
  });

  it('keeps channel posts and personal posts apart', async () => {
    const { person: people } = group.ledgers;
    const personal = postFor('dm/U1/a', { destination: person });
    await ledger.claim(post, now);
    await people.claim(personal, now);
    await people.recordPosted(personal.key, { channel: 'D1', ts: '1.000001' }, now);
    expect(await ledger.posted(now)).toEqual([]);
    expect(await people.posted(now)).toMatchObject([
      { key: personal.key, channel: 'D1', destination: person },
    ]);
    expect([...(await ledger.states(now)).keys()]).toEqual([post.key]);
    expect(await people.prune(now.plus({ hours: 1 }))).toBe(1);
    expect(await kindOf()).toBe('taken');
  });

  it('keeps groups apart, even if both have the same event', async () => {
    const other = store.forGroup('sig-node');
    await ledger.claim(post, now);
    await ledger.recordPosted(post.key, { channel: 'C1', ts: '1.000001' }, now);
    const theirs = other.ledgers.channel;
    expect(await theirs.states(now)).toEqual(new Map());
    expect(await theirs.statements(now)).toEqual([]);
    expect((await theirs.claim(post, now)).kind).toBe('claimed');
    await theirs.withdraw(post.key);
    await theirs.prune(now.plus({ days: 1 }));
    expect(await ledger.posted(now), 'untouched by the other').toHaveLength(1);

    const wanted = { userId: 'U1', about: undefined, leadTimes: [15] };
    await group.subscriptions.set(wanted);
    expect(await other.subscriptions.all()).toEqual([]);
    await other.subscriptions.forget('U1');
    expect(await group.subscriptions.of('U1')).toEqual([wanted]);

    const snapshot = {
      meetings: [one],
      unreadable: new Set<string>(),
      readAt: now,
      source: 'api' as const,
    };
    await group.calendarSnapshots.save('cal', snapshot);
    expect(await other.calendarSnapshots.load('cal')).toBeUndefined();
  });

  it('reads thousands of subscriptions, each once and in order', async () => {
    const { subscriptions } = group;
    const all = Array.from({ length: 601 }, (_, n) => `U${1_000 + n}`).flatMap((userId) => [
      { userId, about: undefined, leadTimes: [15] },
      { userId, about: 'Autoscaling', leadTimes: [60] },
    ]);
    for (const one of all) await subscriptions.set(one);
    expect(await subscriptions.all()).toEqual(all);
  });

  it('keeps subscriptions by person and name, and deletes all about a person', async () => {
    const { subscriptions } = group;
    const every = { userId: 'U1', about: undefined, leadTimes: [60, 15] };
    await subscriptions.set({ ...every, leadTimes: [5] });
    await subscriptions.set(every);
    await subscriptions.set({ ...every, about: 'Autoscaling', leadTimes: [1440] });
    await subscriptions.set({ ...every, userId: 'U2' });
    expect(await subscriptions.of('U1')).toEqual([
      every,
      { ...every, about: 'Autoscaling', leadTimes: [1440] },
    ]);
    const demand = await subscriptions.demand();
    expect(demand.toSorted((a, b) => b.count - a.count)).toEqual([
      { about: undefined, leadTimes: [60, 15], count: 2 },
      { about: 'Autoscaling', leadTimes: [1440], count: 1 },
    ]);
    expect(await subscriptions.all(['Autoscaling', 'another'])).toEqual([
      { ...every, about: 'Autoscaling', leadTimes: [1440] },
    ]);
    expect(await subscriptions.all([undefined])).toHaveLength(2);
    await subscriptions.set({ ...every, about: 'Autoscaling', leadTimes: [] });
    expect(await subscriptions.of('U1')).toEqual([every]);
    const personal = postFor('dm/U1/a', { destination: person });
    await group.ledgers.person.claim(personal, now);
    await subscriptions.forget('U1');
    expect(await subscriptions.all()).toEqual([{ ...every, userId: 'U2' }]);
    expect((await group.ledgers.person.claim(personal, now)).kind, 'no trace').toBe('claimed');
  });

  it('lets only one of many claim a question, and another if that one is gone', async () => {
    const { answers } = store;
    const question = { channel: 'C1', ts: '1.000001' };
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => answers.claim(question, now)),
    );
    expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1);
    expect(claims.filter((claim) => claim === 'taken')).toHaveLength(19);
    await answers.hold(question, now.plus({ minutes: 2 }));
    expect(await answers.claim(question, now.plus({ minutes: 4 })), 'held').toBe('taken');
    const late = await Promise.all(
      [1, 2, 3].map(() => answers.claim(question, now.plus({ minutes: 6 }))),
    );
    expect(late.toSorted()).toEqual(['taken', 'taken', 'unsettled']);
    await answers.record(question, '2.000001', now);
    expect(await answers.replyTo(question)).toBe('2.000001');
    expect(await answers.claim(question, now.plus({ minutes: 30 }))).toBe('taken');
    expect(await answers.replyTo({ ...question, channel: 'C2' })).toBeUndefined();
    await answers.prune(now.plus({ days: 1 }));
    expect(await answers.replyTo(question)).toBeUndefined();
  });

  it('can be opened read-only without leaving a trace', async () => {
    const fresh = (await server.create()).location;
    expect(await openStoreForReading(fresh)).toBeUndefined();
    await ledger.claim(post, now);
    await ledger.recordPosted(post.key, { channel: 'C1', ts: '1.000001' }, now);
    const reading = await openStoreForReading(location);
    expect(await reading?.forGroup('wg').ledgers.channel.posted(now)).toHaveLength(1);
    await reading?.close();
  });
});

it('a new PostgreSQL database may be opened by many replicas at once', async () => {
  const server = await postgresServer();
  const { location } = await server.create();
  const opened = await Promise.all(Array.from({ length: 6 }, () => openStore(location, 'wg')));
  const pending = opened.map((store) => store.forGroup('wg').ledgers.channel.pending(now));
  expect(await Promise.all(pending)).toHaveLength(6);
  await Promise.all(opened.map((store) => store.close()));
  await server.stop();
});
