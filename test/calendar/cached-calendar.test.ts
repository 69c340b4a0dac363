import type { Logger } from 'pino';
import { describe, expect, it } from 'vitest';
import { cachedCalendar } from '../../src/calendar/cached-calendar.ts';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { UpstreamError } from '../../src/errors.ts';
import type { CalendarSnapshot, CalendarSnapshots, CalendarSource } from '../../src/ports.ts';
import { problemList } from '../../src/problems.ts';
import { at, meeting, memoryLogger, silent } from '../support/build.ts';

const now = at('2026-12-01T09:00');
const copyOf = (meetings: readonly Meeting[]): CalendarSnapshot => ({
  meetings,
  unreadable: new Set(),
  readAt: now,
});
const nothing = { meetings: [], unreadable: new Set<string>() };
function toolsWith(logger: Logger = silent) {
  return { logger, problems: problemList(logger), onReading: async () => {} };
}

function copies(
  initial?: CalendarSnapshot,
): CalendarSnapshots & { saved: () => CalendarSnapshot | undefined } {
  let saved = initial;
  return {
    load: async () => saved,
    async save(_, copy) {
      saved = copy;
    },
    saved: () => saved,
  };
}

function source(read: CalendarSource['read']): CalendarSource {
  return { read };
}

describe('cachedCalendar', () => {
  it('answers from the stored copy before anything is read', async () => {
    const kept = copyOf([meeting('2026-12-02T09:00')]);
    const calendar = await cachedCalendar(
      'c',
      source(async () => nothing),
      copies(kept),
      toolsWith(),
    );
    expect(calendar.state()).toEqual({ kind: 'read', failing: false, ...kept });
  });

  it('tells “not configured” from “never read”', async () => {
    const without = await cachedCalendar('c', undefined, copies(), toolsWith());
    expect(without.state()).toEqual({ kind: 'not configured' });
    const failing = source(() => Promise.reject(new UpstreamError('x', { kind: 'unavailable' })));
    const calendar = await cachedCalendar('c', failing, copies(), toolsWith());
    expect(calendar.state()).toEqual({ kind: 'never read', failing: false });
    await calendar.refresh(now);
    expect(calendar.state()).toEqual({ kind: 'never read', failing: true });
  });

  it('keeps the copy and its age when a reading fails, and says so', async () => {
    const kept = copyOf([meeting('2026-12-02T09:00')]);
    const store = copies(kept);
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

  it('recovers with the next good reading', async () => {
    let broken = true;
    const flaky = source(async () => {
      if (broken) throw new UpstreamError('x', { kind: 'unavailable' });
      return nothing;
    });
    const calendar = await cachedCalendar('c', flaky, copies(), toolsWith());
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
    const calendar = await cachedCalendar('c', slow, copies(), toolsWith());
    await Promise.all([calendar.refresh(now), calendar.refresh(now)]);
    expect(reads).toBe(1);
  });
});
