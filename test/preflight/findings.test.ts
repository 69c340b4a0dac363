import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { UpstreamError } from '../../src/errors.ts';
import { communityCopies } from '../../src/preflight/community-calendar.ts';
import { findingWords } from '../../src/preflight/finding-words.ts';
import { type PreflightFacts, preflight } from '../../src/preflight/findings.ts';
import { preflightFlow } from '../../src/preflight/flow.ts';
import type { NotesAccess } from '../../src/preflight/ports.ts';
import { at, group, meeting, silent } from '../support/build.ts';

const facts = group();
const NO_NOTES_ACCESS: NotesAccess = { of: () => 'unknown', hasNoTopics: () => false };
const ROOM = facts.scheduling?.join ?? '';
const adHoc = (changes = {}) =>
  meeting('2026-12-09T10:00', {
    id: 'e',
    regular: false,
    title: 'Gateway deep dive',
    joinLink: ROOM,
    host: 'Ada',
    ...changes,
  });
const kinds = (changes = {}, more: Partial<PreflightFacts> = {}) =>
  preflight(adHoc(changes), {
    now: at('2026-12-08T10:00'),
    group: facts,
    meetings: [adHoc(changes)],
    notes: NO_NOTES_ACCESS,
    community: { has: () => undefined },
    ...more,
  }).map(({ kind }) => kind);

describe('preflight', () => {
  it('finds nothing missing where nothing is, or where nobody can know', () => {
    expect(kinds()).toEqual([]);
    expect(kinds({ joinLink: 'https://us02web.zoom.us/j/9955436256' }), 'the same room').toEqual(
      [],
    );
    expect(kinds({ joinLink: facts.meetings[0]?.join })).toEqual([]);
  });

  it.each([
    [{ joinLink: undefined }, 'no join link'],
    [{ joinLink: 'https://zoom.us/my/somebody' }, 'another room'],
    [{ agendaLink: undefined }, 'no notes'],
    [{ host: undefined }, 'no host'],
  ])('finds what is missing: %j', (changes, kind) => {
    expect(kinds(changes)).toEqual([kind]);
  });

  it('kubernetes/community#5982: finds notes that outsiders can’t open', () => {
    expect(kinds({}, { notes: { ...NO_NOTES_ACCESS, of: () => 'sign-in needed' } })).toEqual([
      'notes need a sign-in',
    ]);
    expect(kinds({}, { notes: { ...NO_NOTES_ACCESS, of: () => 'anyone may read it' } })).toEqual(
      [],
    );
  });

  it('finds that there is nothing to talk about, a day before', () => {
    const notes = { ...NO_NOTES_ACCESS, hasNoTopics: () => true };
    expect(kinds({}, { notes, now: at('2026-12-08T09:59') })).toEqual([]);
    expect(kinds({}, { notes, now: at('2026-12-08T10:00') })).toEqual(['no topics']);
  });

  it('finds another meeting in the same room, unless it is called off or over by then', () => {
    const other = (changes = {}) => adHoc({ id: 'o', title: 'Other', ...changes });
    expect(kinds({}, { meetings: [adHoc(), other()] })).toEqual(['room taken']);
    for (const changes of [
      { status: 'cancelled' },
      { joinLink: 'https://zoom.us/j/1' },
      { start: at('2026-12-09T11:00'), end: at('2026-12-09T12:00') },
    ]) {
      expect(kinds({}, { meetings: [adHoc(), other(changes)] })).toEqual([]);
    }
  });

  it('says how to mend each', () => {
    const by = adHoc({ title: '<!channel>' });
    const all = [
      { kind: 'no join link' },
      { kind: 'another room' },
      { kind: 'room taken', by },
      { kind: 'no notes' },
      { kind: 'notes need a sign-in' },
      { kind: 'not in the community calendar' },
      { kind: 'no topics' },
      { kind: 'no host' },
    ] as const;
    for (const finding of all) {
      const words = findingWords(finding, facts).source;
      expect(words).toMatch(/^\*.+\*.* .+\.$/);
      expect(words).not.toContain('<!');
    }
  });
});

describe('kubernetes/community#7562: the community calendar', () => {
  const now = at('2026-12-01T09:00');
  const copies = (...meetings: ReturnType<typeof adHoc>[]) =>
    communityCopies(
      async () => ({ meetings, unreadable: new Set(), readAt: now, source: 'api' }),
      silent,
    );

  it('has a meeting whose copy has its time, and its title or its room', async () => {
    const calendar = copies(adHoc({ id: 'copy', title: 'WG Serving: gateway' }));
    expect(calendar.has(adHoc()), 'nobody has looked').toBeUndefined();
    await calendar.refresh(now);
    expect(calendar.has(adHoc())).toBe(true);
    expect(calendar.has(adHoc({ joinLink: 'https://zoom.us/j/1' }))).toBe(false);
    expect(calendar.has(adHoc({ start: at('2026-12-09T10:30') }))).toBe(false);
    expect(kinds({ title: 'x' }, { community: copies() })).toEqual([]);
  });

  it('is read twice an hour at most, and says nothing while it can’t be read', async () => {
    let reads = 0;
    const calendar = communityCopies(async () => {
      reads += 1;
      throw new UpstreamError('404', { kind: 'unavailable' });
    }, silent);
    const clock = manualClock(now);
    for (let minute = 0; minute < 60; minute += 1) {
      await calendar.refresh(clock.now());
      clock.set(clock.now().plus({ minutes: 1 }));
    }
    expect(reads).toBe(2);
    expect(calendar.has(adHoc())).toBeUndefined();
  });
});

describe('the message about a meeting', () => {
  const flow = preflightFlow({
    group: facts,
    channelId: 'C1',
    notes: NO_NOTES_ACCESS,
    community: { has: () => undefined },
  });
  const wanted = async (now: string, ...meetings: ReturnType<typeof adHoc>[]) => {
    const snapshot = {
      meetings,
      unreadable: new Set<string>(),
      readAt: at(now),
      source: 'api',
    } as const;
    const kept = await flow.wanted({ now: at(now), snapshot });
    return Object.fromEntries(kept.map(({ key, ifAbsent }) => [key, ifAbsent]));
  };

  it('comes as soon as an event is there, and a day before the regular meeting', async () => {
    expect(await wanted('2026-12-01T09:00', adHoc({ host: undefined }))).toEqual({
      'meeting/e': 'post',
    });
    const regular = adHoc({ regular: true, host: undefined });
    expect(await wanted('2026-12-08T09:59', regular)).toEqual({ 'meeting/e': 'leave' });
    expect(await wanted('2026-12-08T10:00', regular)).toEqual({ 'meeting/e': 'post' });
  });

  it('comes for the next one of a series, and for a later one a day before', async () => {
    const next = adHoc({ id: 'a', seriesId: 's', host: undefined });
    const later = adHoc({
      id: 'b',
      seriesId: 's',
      host: undefined,
      start: at('2026-12-16T10:00'),
      end: at('2026-12-16T11:00'),
    });
    expect(await wanted('2026-12-01T09:00', next, later)).toEqual({
      'meeting/a': 'post',
      'meeting/b': 'leave',
    });
    expect(await wanted('2026-12-09T11:00', next, later)).toEqual({
      'meeting/a': 'leave',
      'meeting/b': 'post',
    });
  });

  it('is not posted about what is ready or called off, only edited', async () => {
    expect(await wanted('2026-12-01T09:00', adHoc())).toEqual({ 'meeting/e': 'leave' });
    const off = adHoc({ host: undefined, status: 'cancelled' });
    expect(await wanted('2026-12-01T09:00', off)).toEqual({ 'meeting/e': 'leave' });
  });
});
