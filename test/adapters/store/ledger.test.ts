import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/adapters/store/open.ts';
import { at } from '../../support/build.ts';

const now = at('2026-12-02T08:50');
const post = {
  key: 'reminder/a',
  kind: 'reminder',
  meetingId: 'a',
  meetingStart: at('2026-12-02T09:00'),
  channel: 'C1',
} as const;

let folder: string;
let path: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-test-'));
  path = join(folder, 'new-folder', 'bot.sqlite');
  store = await openStore(path);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('the ledger', () => {
  it('lets one of many claim a post', async () => {
    const other = await openStore(path);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other).ledger.claim(post, now)),
    );
    await other.close();
    expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1);
    expect(claims.filter((claim) => claim === 'taken')).toHaveLength(19);
  });

  it('hands a claim whose holder vanished on as unsettled, once, when its lease is over', async () => {
    await store.ledger.claim(post, now);
    expect(await store.ledger.claim(post, now.plus({ seconds: 119 }))).toBe('taken');
    expect(await store.ledger.claim(post, now.plus({ seconds: 120 }))).toBe('unsettled');
    expect(await store.ledger.claim(post, now.plus({ seconds: 121 }))).toBe('taken');
  });

  it('hands a released claim on after its time, as one that had no effect', async () => {
    await store.ledger.claim(post, now);
    await store.ledger.release(post.key, now.plus({ seconds: 30 }), now);
    expect(await store.ledger.claim(post, now.plus({ seconds: 29 }))).toBe('taken');
    expect(await store.ledger.claim(post, now.plus({ seconds: 30 }))).toBe('claimed');
  });

  it('never hands a settled post on', async () => {
    await store.ledger.claim(post, now);
    await store.ledger.recordPosted(post.key, '1.000001', now);
    expect(await store.ledger.claim(post, now.plus({ days: 1 }))).toBe('taken');
    const refused = { ...post, key: 'reminder/b' };
    await store.ledger.claim(refused, now);
    await store.ledger.recordRefused(refused.key, 'not_in_channel', now);
    expect(await store.ledger.claim(refused, now.plus({ days: 1 }))).toBe('taken');
    expect(await store.ledger.settledAhead(now)).toEqual(new Set([post.key, refused.key]));
  });

  it('remembers across a restart', async () => {
    await store.ledger.claim(post, now);
    await store.ledger.recordPosted(post.key, '1.000001', now);
    await store.close();
    store = await openStore(path);
    expect(await store.ledger.settledAhead(now)).toEqual(new Set([post.key]));
  });

  it('forgets meetings that are long over and no others', async () => {
    await store.ledger.claim(post, now);
    await store.ledger.claim({ ...post, key: 'later', meetingStart: now.plus({ days: 1 }) }, now);
    expect(await store.ledger.prune(now.plus({ hours: 1 }))).toBe(1);
    expect(await store.ledger.claim({ ...post, key: 'later' }, now)).toBe('taken');
  });
});

describe('openStore', () => {
  it('says which setting to change when the file cannot be opened', async () => {
    await expect(openStore(join(path, 'below-a-file', 'bot.sqlite'))).rejects.toThrow(
      /^DATABASE_URL: cannot open/,
    );
  });
});
