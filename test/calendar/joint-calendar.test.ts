import { describe, expect, it } from 'vitest';
import type { CachedCalendar } from '../../src/calendar/cached-calendar.ts';
import { jointCalendar } from '../../src/calendar/joint-calendar.ts';
import type { CalendarState } from '../../src/calendar/snapshot.ts';
import { at, meeting, readCalendar } from '../support/build.ts';

const morning = at('2026-12-02T08:00');
const noon = at('2026-12-02T12:00');

function calendar(state: CalendarState): CachedCalendar & { set(next: CalendarState): void } {
  let current = state;
  return {
    state: () => current,
    refresh: async () => {},
    set(next) {
      current = next;
    },
  };
}

describe('several calendars of one group', () => {
  const one = meeting('2026-12-02T09:00');
  const two = meeting('2026-12-03T09:00');

  it('have the meetings of all, and are as old as the oldest', () => {
    const joint = jointCalendar([
      calendar(readCalendar([one], noon)),
      calendar({ ...readCalendar([two], morning, true), source: 'feed' }),
    ]);
    expect(joint.state()).toMatchObject({
      kind: 'read',
      meetings: [one, two],
      readAt: morning,
      failing: true,
      source: 'feed',
    });
  });

  it('are not read until each is: what one lacks must not look deleted', () => {
    const late = calendar({ kind: 'never read', failing: true });
    const joint = jointCalendar([calendar(readCalendar([one], noon)), late]);
    expect(joint.state()).toEqual({ kind: 'never read', failing: true });
    late.set(readCalendar([two], noon));
    expect(joint.state()).toMatchObject({ kind: 'read', meetings: [one, two] });
  });

  it('keep one list of meetings while nothing changes', () => {
    const first = calendar(readCalendar([one], morning));
    const joint = jointCalendar([first, calendar(readCalendar([two], noon))]);
    const meetings = () => {
      const state = joint.state();
      return state.kind === 'read' ? state.meetings : undefined;
    };
    const before = meetings();
    expect(meetings()).toBe(before);
    first.set(readCalendar([one], noon));
    expect(meetings()).not.toBe(before);
  });
});
