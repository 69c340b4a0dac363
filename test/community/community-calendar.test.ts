import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import type { CalendarSource } from '../../src/calendar/ports.ts';
import { sharedReading } from '../../src/calendar/shared-reading.ts';
import { communityCalendar } from '../../src/community/community-calendar.ts';
import { usesCommunityCalendar } from '../../src/community/community-group.ts';
import { groupFacts } from '../../src/community/group-facts.ts';
import { UpstreamError } from '../../src/errors.ts';
import { publishedGroup } from '../../src/following/page-differences.ts';
import { at, meeting } from '../support/build.ts';
import { allListings } from './published.ts';

const groups = allListings().map((listing) => publishedGroup(groupFacts(listing)));
const now = at('2026-12-01T09:00', 'utc');

function groupNamed(id: string) {
  const group = groups.find((one) => one.id === id);
  if (!group) throw new Error(`there is no ${id}`);
  return group;
}

/** A source that counts its readings, and fails while there is an error. */
function counted(meetings: readonly Meeting[]) {
  const state = { readings: 0, meetings, error: undefined as Error | undefined };
  const source: CalendarSource = {
    async read(readAt) {
      state.readings += 1;
      if (state.error) throw state.error;
      return { meetings: state.meetings, unreadable: new Set(), readAt, source: 'feed' };
    },
  };
  return { state, source };
}

const docs = meeting('2026-12-02T09:00', { title: 'SIG Docs Weekly Meeting' });
const apps = meeting('2026-12-03T09:00', { title: 'WG Batch Regular Meeting' });
const nobodys = meeting('2026-12-04T09:00', { title: 'Office hours' });

describe('the community’s calendar', () => {
  it('is read once for 35 groups, and each gets its own', async () => {
    const { state, source } = counted([docs, apps, nobodys]);
    const sourceOf = communityCalendar(sharedReading(source), groups);
    const read = await Promise.all(groups.map((group) => sourceOf(group).read(now, [])));
    expect(state.readings).toBe(1);
    const found = read.flatMap(({ meetings, source: from }, index) =>
      meetings.map(({ title }) => [groups[index]?.id, title, from]),
    );
    expect(found).toEqual([
      ['sig-docs', 'Regular SIG Meeting', 'community'],
      ['wg-batch', 'Regular Meeting', 'community'],
    ]);
  });

  it('is read again when its copy is some minutes old, and keeps what has not changed', async () => {
    const { state, source } = counted([docs]);
    const own = communityCalendar(sharedReading(source), groups)(groupNamed('sig-docs'));
    const first = await own.read(now, []);
    const again = await own.read(now.plus({ minutes: 5 }), first.meetings);
    const later = await own.read(now.plus({ minutes: 10 }), first.meetings);
    expect(state.readings).toBe(2);
    expect([again.readAt, later.readAt]).toEqual([now, now.plus({ minutes: 10 })]);
    expect(later.meetings).toBe(first.meetings);
  });

  it('fails for all alike, tells nobody to act, and is tried again soon', async () => {
    const { state, source } = counted([docs]);
    const sourceOf = communityCalendar(sharedReading(source), groups);
    state.error = new UpstreamError('404', { kind: 'refused', advice: 'Make it public.' });
    const failures = await Promise.allSettled(groups.map((group) => sourceOf(group).read(now, [])));
    expect(state.readings).toBe(1);
    for (const failure of failures) {
      expect(failure).toMatchObject({ reason: { kind: 'unavailable', advice: undefined } });
    }
    state.error = undefined;
    const read = sourceOf(groupNamed('sig-docs')).read(now.plus({ minutes: 2 }), []);
    expect((await read).meetings).toHaveLength(1);
  });

  it('is for groups that have no calendar of their own', () => {
    const without = groups.filter((group) => !usesCommunityCalendar(group)).map(({ id }) => id);
    // Those with a calendar, and those without meetings.
    expect(without).toEqual([
      'sig-apps',
      'sig-cluster-lifecycle',
      'sig-ui',
      'wg-batch',
      'committee-code-of-conduct',
      'committee-security-response',
    ]);
    expect(usesCommunityCalendar({ ...groupNamed('sig-docs'), page: 'https://example.org/' })).toBe(
      false,
    );
  });

  it('shares out a year of all groups’ meetings', async () => {
    const events = groups.flatMap((group) =>
      group.meetings.flatMap(({ title, join = '', agenda = '' }) =>
        Array.from({ length: 40 }, (_, week) => ({
          ...meeting('2026-12-02T09:00', { title: `${group.name} ${title}` }),
          id: `${group.id}-${title}-${week}`,
          joinLink: join,
          description: `Join ${join} ${'words '.repeat(50)} ${agenda}`,
        })),
      ),
    );
    const { source } = counted(events);
    const sourceOf = communityCalendar(sharedReading(source), groups);
    const shares = await Promise.all(groups.map((group) => sourceOf(group).read(now, [])));
    expect(events.length).toBeGreaterThan(3_500);
    expect(shares.flatMap(({ meetings }) => meetings).length).toBeGreaterThan(3_000);
  });
});
