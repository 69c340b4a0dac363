import { describe, expect, it } from 'vitest';
import { withoutReplaced } from '../../src/calendar/meeting.ts';
import { lastHeld, readSchedule, upcoming } from '../../src/calendar/schedule.ts';
import { allDay, at, meeting, PACIFIC } from '../support/build.ts';

const first = meeting('2026-12-02T09:00');
const second = meeting('2026-12-16T09:00');

function idsAt(now: string, meetings = [first, second]) {
  const schedule = readSchedule(meetings, at(now), PACIFIC);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return {
    on: ids(schedule.inProgress),
    next: ids(schedule.next),
    cancelled: ids(schedule.cancelled),
    week: schedule.week,
  };
}

describe('readSchedule', () => {
  it('has the next meeting before it starts', () => {
    expect(idsAt('2026-12-02T08:59:59')).toMatchObject({ on: [], next: [first.id] });
  });

  it('has it in progress from the start, and the one after as next', () => {
    expect(idsAt('2026-12-02T09:00')).toMatchObject({ on: [first.id], next: [second.id] });
    expect(idsAt('2026-12-02T09:59:59')).toMatchObject({ on: [first.id] });
  });

  it('has it over at its end', () => {
    expect(idsAt('2026-12-02T10:00')).toMatchObject({ on: [], next: [second.id] });
  });

  it('distinguishes weeks', () => {
    expect(idsAt('2026-11-30T00:00').week).toBe('meeting ahead');
    expect(idsAt('2026-12-03T12:00').week).toBe('meeting over');
    expect(idsAt('2026-12-07T00:00').week).toBe('off');
    expect(idsAt('2026-12-13T23:59').week).toBe('off');
    expect(idsAt('2026-12-14T00:00').week).toBe('meeting ahead');
  });

  it('reads the week in the group’s zone', () => {
    expect(idsAt('2026-12-14T05:00:00Z').week).toBe('off');
  });

  it('skips a cancelled meeting and lists it', () => {
    const cancelled = meeting('2026-12-02T09:00', { status: 'cancelled' });
    expect(idsAt('2026-12-01T09:00', [cancelled, second])).toEqual({
      on: [],
      next: [second.id],
      cancelled: [cancelled.id],
      week: 'cancelled',
    });
  });

  it('does not list cancellations after the next meeting', () => {
    const cancelled = meeting('2026-12-16T09:00', { status: 'cancelled' });
    expect(idsAt('2026-12-01T09:00', [first, cancelled]).cancelled).toEqual([]);
  });

  it('lists meetings that start together or overlap', () => {
    const tie = meeting('2026-12-02T09:00', { id: 'tie' });
    const overlap = meeting('2026-12-02T09:30', { id: 'overlap' });
    const after = meeting('2026-12-02T10:00', { id: 'after' });
    expect(idsAt('2026-12-01T09:00', [after, overlap, first, tie]).next).toEqual([
      first.id,
      'tie',
      'overlap',
    ]);
  });

  it('does not let a long meeting hide those during it', () => {
    const summit = meeting('2026-12-01T09:00', {
      id: 'summit',
      regular: false,
      end: at('2026-12-02T18:00'),
    });
    const talks = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00'].map((time) =>
      meeting(`2026-12-01T${time}`, { id: time, regular: false }),
    );
    const meetings = [summit, ...talks, first];
    const seen = readSchedule(meetings, at('2026-11-30T09:00'), PACIFIC);
    expect(seen.next.map(({ id }) => id)).toEqual(['09:00']);
    expect(seen.aside).toEqual([summit]);
    expect(seen.nextRegular?.id).toBe(first.id);
    const meanwhile = readSchedule(meetings, at('2026-12-02T09:30'), PACIFIC);
    expect(meanwhile.inProgress).toEqual([first]);
    expect(meanwhile.aside).toEqual([summit]);
  });

  it('uses a long meeting if there is no other', () => {
    const summit = meeting('2026-12-01T09:00', { regular: false, end: at('2026-12-02T18:00') });
    expect(readSchedule([summit], at('2026-11-30T09:00'), PACIFIC).next).toEqual([summit]);
    expect(readSchedule([summit], at('2026-12-01T09:30'), PACIFIC)).toMatchObject({
      inProgress: [summit],
      aside: [],
    });
  });

  it('gives the next regular meeting when a different one comes first', () => {
    const workstream = meeting('2026-12-01T10:00', { id: 'workstream', regular: false });
    const schedule = readSchedule([workstream, first], at('2026-12-01T09:00'), PACIFIC);
    expect(schedule.nextRegular?.id).toBe(first.id);
  });

  it('keeps all-day entries apart from meetings', () => {
    const today = allDay('2026-12-01', '2026-12-03');
    const schedule = readSchedule([today, first], at('2026-12-02T08:00'), PACIFIC);
    expect(schedule.allDay).toEqual([today]);
    expect(schedule.inProgress).toEqual([]);
    expect(readSchedule([today], at('2026-12-03T00:00'), PACIFIC).allDay).toEqual([]);
  });
});

describe('upcoming', () => {
  it('sorts by instant, not by wall clock', () => {
    const berlin = at('2026-12-02T17:30', 'Europe/Berlin');
    const earlier = meeting('2026-12-02T09:00', {
      id: 'berlin',
      start: berlin,
      end: berlin.plus({ hours: 1 }),
    });
    expect(upcoming([first, earlier], at('2026-12-01T00:00'), PACIFIC)[0]?.id).toBe('berlin');
  });
});

describe('lastHeld', () => {
  it('skips cancelled meetings', () => {
    const cancelled = meeting('2026-12-16T09:00', { status: 'cancelled' });
    expect(lastHeld([first, cancelled], at('2026-12-20T00:00'))?.id).toBe(first.id);
  });

  it('skips all-day entries, long meetings and what is still on', () => {
    const summit = meeting('2026-12-03T09:00', { regular: false, end: at('2026-12-04T18:00') });
    const later = [allDay('2026-12-07', '2026-12-08'), summit, second];
    expect(lastHeld([first, ...later], at('2026-12-16T09:30'))?.id).toBe(first.id);
  });

  it('is the regular meeting of two that ended together', () => {
    const talk = meeting('2026-12-02T09:00', { id: 'talk', regular: false });
    expect(lastHeld([talk, first], at('2026-12-02T10:00'))?.id).toBe(first.id);
  });
});

describe('withoutReplaced', () => {
  it('drops a cancelled occurrence that another one replaces', () => {
    const cancelled = { ...first, id: 'old', status: 'cancelled' as const };
    expect(withoutReplaced([cancelled, first])).toEqual([first]);
  });

  it('keeps a cancelled meeting next to a different one at the same time', () => {
    const cancelled = { ...first, id: 'old', status: 'cancelled' as const, title: 'Autoscaling' };
    expect(withoutReplaced([cancelled, first])).toHaveLength(2);
  });
});
