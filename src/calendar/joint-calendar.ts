import { DateTime } from 'luxon';
import type { CachedCalendar } from './cached-calendar.ts';
import type { CalendarState, ReadCalendar } from './snapshot.ts';

/**
 * Several calendars of one group as one. It counts as read when all of them are: a meeting of the one
 * that was not read must not look deleted.
 */
export function jointCalendar(calendars: readonly CachedCalendar[]): CachedCalendar {
  const [only, ...others] = calendars;
  if (only && others.length === 0) return only;
  let last:
    | { readonly of: readonly CalendarState[]; readonly meetings: ReadCalendar['meetings'] }
    | undefined;

  /** The same list as long as the calendars have the same ones, so that what is derived from it can be kept. */
  function meetingsOf(states: readonly ReadCalendar[]): ReadCalendar['meetings'] {
    const isSame = states.every((state, at) => {
      const before = last?.of[at];
      return before?.kind === 'read' && before.meetings === state.meetings;
    });
    if (last && isSame) return last.meetings;
    last = { of: states, meetings: states.flatMap(({ meetings }) => meetings) };
    return last.meetings;
  }

  return {
    state() {
      const states = calendars
        .map((calendar) => calendar.state())
        .filter((state) => state.kind !== 'not published');
      if (states.length === 0) return { kind: 'not published' };
      const read = states.filter((state) => state.kind === 'read');
      const failing = states.some((state) => state.failing);
      const [first] = read;
      if (!first || read.length < states.length) return { kind: 'never read', failing };
      return {
        kind: 'read',
        failing,
        meetings: meetingsOf(read),
        unreadable: new Set(read.flatMap(({ unreadable }) => [...unreadable])),
        readAt: DateTime.min(...read.map(({ readAt }) => readAt)) ?? first.readAt,
        source: read.every(({ source }) => source === 'api') ? 'api' : 'feed',
      };
    },
    async refresh(now) {
      await Promise.all(calendars.map((calendar) => calendar.refresh(now)));
    },
  };
}
