import type { Logger } from 'pino';
import { describe, expect, it } from 'vitest';
import { cachedCalendar } from '../../src/calendar/cached-calendar.ts';
import type { Meeting } from '../../src/calendar/meeting.ts';
import type { CalendarSnapshots, CalendarSource } from '../../src/calendar/ports.ts';
import type { CalendarSnapshot } from '../../src/calendar/snapshot.ts';
import { UpstreamError } from '../../src/errors.ts';
import { problemList } from '../../src/problems.ts';
import { at, meeting, memoryLogger, silent } from '../support/build.ts';

const now = at('2026-12-01T09:00');
const snapshotOf = (meetings: readonly Meeting[]): CalendarSnapshot => ({
  meetings,
  unreadable: new Set(),
  readAt: now,
  source: 'api',
});
const nothing = snapshotOf([]);
function toolsWith(logger: Logger = silent) {
  return { journal: logger, problems: problemList(logger), onSnapshot: async () => {} };
}

function snapshots(
  initial?: CalendarSnapshot,
): CalendarSnapshots & { saved: () => CalendarSnapshot | undefined } {
  let saved = initial;
  return {
    load: async () => saved,
    async save(_, snapshot) {
      saved = snapshot;
    },
    saved: () => saved,
  };
}

function source(read: CalendarSource['read']): CalendarSource {
  return { read };
}

describe('cachedCalendar', () => {
  it('answers from the stored snapshot before anything is read', async () => {
    const kept = snapshotOf([meeting('2026-12-02T09:00')]);
    const calendar = await cachedCalendar(
      'c',
      source(async () => nothing),
      snapshots(kept),
      toolsWith(),
    );
    expect(calendar.state()).toEqual({ kind: 'read', failing: false, ...kept });
  });

  it('says that it was never read, and whether that failed', async () => {
    const failing = source(() => Promise.reject(new UpstreamError('x', { kind: 'unavailable' })));
    const calendar = await cachedCalendar('c', failing, snapshots(), toolsWith());
    expect(calendar.state()).toEqual({ kind: 'never read', failing: false });
    await calendar.refresh(now);
    expect(calendar.state()).toEqual({ kind: 'never read', failing: true });
  });

  it('keeps the snapshot and its age when a read fails, and says so', async () => {
    const kept = snapshotOf([meeting('2026-12-02T09:00')]);
    const store = snapshots(kept);
    const { logger, lines } = memoryLogger();
    const error = new UpstreamError('gone', { kind: 'refused', advice: 'Check calendar.id.' });
    const calendar = await cachedCalendar(
      'c',
      source(() => Promise.reject(error)),
      store,
      toolsWith(logger),
    );
    await calendar.refresh(now.plus({ hours: 1 }));
    expect(calendar.state()).toEqual({ kind: 'read', failing: true, ...kept });
    expect(store.saved()).toBe(kept);
    expect(lines).toMatchObject([{ level: 50, reason: 'gone', advice: 'Check calendar.id.' }]);
    await calendar.refresh(now.plus({ hours: 1, minutes: 5 }));
    expect(lines.filter(({ msg }) => msg === 'calendar not read')).toHaveLength(1);
  });

  it('recovers with the next good read', async () => {
    let broken = true;
    const flaky = source(async () => {
      if (broken) throw new UpstreamError('x', { kind: 'unavailable' });
      return nothing;
    });
    const calendar = await cachedCalendar('c', flaky, snapshots(), toolsWith());
    await calendar.refresh(now);
    broken = false;
    await calendar.refresh(now.plus({ minutes: 5 }));
    expect(calendar.state()).toMatchObject({ kind: 'read', failing: false });
  });

  it('reads once at a time', async () => {
    let reads = 0;
    const slow = source(async () => {
      reads += 1;
      return nothing;
    });
    const calendar = await cachedCalendar('c', slow, snapshots(), toolsWith());
    await Promise.all([calendar.refresh(now), calendar.refresh(now)]);
    expect(reads).toBe(1);
  });
});
