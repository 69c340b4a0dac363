import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import type { HostClaim } from '../../src/hosting/ports.ts';
import type { ScheduledMeeting } from '../../src/scheduling/ports.ts';
import { type GroupStore, openStore, type Store } from '../../src/store/open.ts';
import { at, meeting } from '../support/build.ts';
import { postgresServer, type StoreServer, sqliteFiles } from '../support/stores.ts';

const NOW = at('2026-12-01T09:00');
const EVENT = meeting('2026-12-09T09:00', { id: 'e' });
const claimOf = (userId: string, meetingId = 'e'): HostClaim => ({
  meetingId,
  userId,
  name: `Name of ${userId}`,
  details: detailsOf(EVENT),
});
const planOf = (id: string, changes: Partial<ScheduledMeeting['plan']> = {}): ScheduledMeeting => ({
  id,
  userId: 'U1',
  plan: {
    title: 'Deep dive',
    start: at('2026-12-09T18:00', 'Europe/Berlin'),
    minutes: 45,
    repeats: 'every other week',
    notes: undefined,
    host: { kind: 'organizer', github: 'someone' },
    ...changes,
  },
  meetingId: undefined,
  needsHost: false,
});

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
])('what organizers keep, with a store in %s', (_, startServer) => {
  let server: StoreServer;
  let store: Store;
  let group: GroupStore;
  let groups = 0;
  beforeAll(async () => {
    server = await startServer();
    store = await openStore((await server.create()).location, 'wg');
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });
  beforeEach(() => {
    groups += 1;
    group = store.forGroup(`wg${groups}`);
  });

  it('gives a meeting to one host, however many press at once', async () => {
    const { hostClaims } = group;
    const users = Array.from({ length: 20 }, (_user, n) => `U${n}`);
    const held = await Promise.all(users.map((userId) => hostClaims.claim(claimOf(userId), NOW)));
    const [claim, ...others] = await hostClaims.all();
    expect(others).toEqual([]);
    expect(new Set(held.map(({ userId }) => userId))).toEqual(new Set([claim?.userId]));
    expect(claim).toMatchObject({
      name: `Name of ${claim?.userId}`,
      details: { title: EVENT.title },
    });
  });

  it('lets only the host give a meeting back', async () => {
    const { hostClaims } = group;
    await hostClaims.claim(claimOf('U1'), NOW);
    expect(await hostClaims.release('e', 'U2')).toBe(false);
    expect(await hostClaims.release('e', 'U1')).toBe(true);
    expect(await hostClaims.claim(claimOf('U2'), NOW)).toMatchObject({ userId: 'U2' });
  });

  it('takes a host along to another event, unless that has one', async () => {
    const { hostClaims } = group;
    await hostClaims.claim(claimOf('U1'), NOW);
    const details = { ...detailsOf(EVENT), start: EVENT.start.plus({ days: 1 }) };
    await hostClaims.move('e', { meetingId: 'f', details });
    expect(await hostClaims.all()).toMatchObject([{ meetingId: 'f', userId: 'U1' }]);
    await hostClaims.claim(claimOf('U2', 'g'), NOW);
    await hostClaims.move('f', { meetingId: 'g', details });
    expect(await hostClaims.all()).toMatchObject([{ meetingId: 'g', userId: 'U2' }]);
  });

  it('keeps a plan as it was made, and once', async () => {
    const { scheduledMeetings } = group;
    const added = await Promise.all([1, 2, 3].map(() => scheduledMeetings.add(planOf('p'), NOW)));
    expect(added.filter(Boolean)).toHaveLength(1);
    const [kept] = await scheduledMeetings.all();
    expect(kept).toEqual(planOf('p'));
    expect(kept?.plan.start.zoneName).toBe('Europe/Berlin');
    await scheduledMeetings.recordMeeting('p', 'e');
    expect(await scheduledMeetings.askForHost('p', 'U2'), 'somebody else’s').toBe(false);
    expect(await scheduledMeetings.askForHost('p', 'U1')).toBe(true);
    expect(await scheduledMeetings.all()).toMatchObject([{ meetingId: 'e', needsHost: true }]);
  });

  it('remembers the zone that someone planned in last', async () => {
    const { scheduledMeetings } = group;
    expect(await scheduledMeetings.lastZoneOf('U1')).toBeUndefined();
    await scheduledMeetings.add(
      planOf('a', { start: at('2026-12-30T09:00', 'Asia/Kolkata') }),
      NOW,
    );
    await scheduledMeetings.add(planOf('b'), NOW.plus({ minutes: 1 }));
    expect(await scheduledMeetings.lastZoneOf('U1')).toBe('Europe/Berlin');
  });

  it('takes the last word on what became of a meeting', async () => {
    const { meetingOutcomes } = group;
    const said = { meetingId: 'e', reportedBy: 'Ada', start: EVENT.start };
    await meetingOutcomes.report({ ...said, outcome: 'recorded' }, 'U1', NOW);
    await meetingOutcomes.report({ ...said, outcome: 'not held' }, 'U1', NOW);
    const known = await meetingOutcomes.since(EVENT.start.minus({ days: 1 }));
    expect([...known.values()]).toMatchObject([{ outcome: 'not held', reportedBy: 'Ada' }]);
    expect((await meetingOutcomes.since(EVENT.start)).size).toBe(0);
  });

  it('forgets a person, and what is over', async () => {
    const { hostClaims, scheduledMeetings, meetingOutcomes, subscriptions } = group;
    const said = {
      meetingId: 'e',
      reportedBy: 'Ada',
      start: EVENT.start,
      outcome: 'recorded',
    } as const;
    await hostClaims.claim(claimOf('U1'), NOW);
    await hostClaims.claim(claimOf('U2', 'f'), NOW);
    await scheduledMeetings.add(planOf('p'), NOW);
    await meetingOutcomes.report(said, 'U1', NOW);
    await subscriptions.forget('U1');
    expect(await hostClaims.all()).toMatchObject([{ userId: 'U2' }]);
    expect(await scheduledMeetings.all()).toEqual([]);
    const [outcome] = (await meetingOutcomes.since(NOW)).values();
    expect(outcome).toMatchObject({ outcome: 'recorded', reportedBy: 'an organizer' });

    const later = EVENT.start.plus({ days: 1 });
    await Promise.all([hostClaims.prune(later), meetingOutcomes.prune(later)]);
    expect(await hostClaims.all()).toEqual([]);
    expect((await meetingOutcomes.since(NOW)).size).toBe(0);
  });
});
