import type { CachedCalendar } from './cached-calendar.ts';

/**
 * A calendar that a group may be in: until it is known to have one of its meetings, it is as if there were
 * none, and the published rule answers.
 */
export function optionalCalendar(calendar: CachedCalendar): CachedCalendar {
  return {
    state() {
      const state = calendar.state();
      return state.kind === 'read' && state.meetings.length > 0 ? state : { kind: 'not published' };
    },
    refresh: calendar.refresh,
  };
}
