import { describe, expect, it } from 'vitest';
import type { Meeting, TimedMeeting } from '../../src/calendar/meeting.ts';
import {
  changesBetween,
  detailsOf,
  type MeetingDetails,
  sameDetails,
} from '../../src/calendar/meeting-details.ts';
import { resolveMeeting } from '../../src/calendar/resolve-meeting.ts';
import { allDay, at, meeting } from '../support/build.ts';

const one = meeting('2026-12-02T09:00', { id: 's_1', seriesId: 's' });
const announced = detailsOf(one);
const other = meeting('2027-01-20T09:00', { id: 'other', title: 'Another' });

function resolve(meetings: readonly Meeting[], details: MeetingDetails = announced) {
  const readAt = at('2026-12-01T09:00');
  return resolveMeeting(one.id, details, {
    meetings,
    unreadable: new Set(),
    readAt,
    source: 'api',
  });
}

/** A series with one title, from its starts. */
function series(seriesId: string, ...starts: string[]): TimedMeeting[] {
  return starts.map((start) => meeting(start, { id: `${seriesId}_${start}`, seriesId }));
}

describe('a meeting that becomes an all-day entry', () => {
  const entry = { ...allDay('2026-12-02', '2026-12-03', one.title), id: one.id };

  it('is reported as such, with the time that it had', () => {
    const found = resolve([entry])?.details;
    expect(found).toMatchObject({
      start: one.start,
      allDay: { startDate: '2026-12-02', endDate: '2026-12-03' },
      cancelled: false,
    });
    expect(found && changesBetween(announced, found)).toContainEqual({
      kind: 'all day',
      dates: { startDate: '2026-12-02', endDate: '2026-12-03' },
    });
  });

  it('is reported once, again when its dates change, and again when it has times', () => {
    const told = resolve([entry])?.details ?? announced;
    expect(sameDetails(told, resolve([entry], told)?.details ?? announced)).toBe(true);
    const longer = resolve([{ ...entry, endDate: '2026-12-04' }], told)?.details;
    expect(longer && sameDetails(told, longer)).toBe(false);
    expect(changesBetween(told, announced)).toContainEqual({ kind: 'timed' });
  });
});

describe('a series that ended', () => {
  const history = series('s', '2026-11-04T09:00', '2026-11-18T09:00');

  it.each([
    ['beside it each week', ['2026-11-20T14:00', '2026-11-27T14:00', '2026-12-04T14:00']],
    ['beside it each month', ['2026-11-04T14:00', '2026-12-04T14:00']],
    ['before and after', ['2026-11-17T14:00', '2026-12-01T14:00', '2026-12-15T14:00']],
  ])('does not count as moved to another with its title that meets %s', (_, starts) => {
    const found = resolve([...history, ...series('friday', ...starts), other]);
    expect(found?.details).toMatchObject({ cancelled: true, start: one.start });
  });

  it('does not count as moved while its later occurrences remain', () => {
    const goesOn = series('s', '2026-12-16T09:00');
    const found = resolve([...history, ...goesOn, ...series('new', '2026-12-04T14:00')]);
    expect(found?.details.cancelled).toBe(true);
  });

  it('is moved to one with its title that starts where it ends', () => {
    const next = series('new', '2026-12-03T14:00', '2026-12-17T14:00');
    expect(resolve([...history, ...next])).toMatchObject({
      meetingId: 'new_2026-12-03T14:00',
      details: { cancelled: false },
    });
    expect(resolve(next)?.details.cancelled).toBe(false);
  });

  it('is moved with its later occurrences too', () => {
    const later = detailsOf({ ...one, start: at('2026-12-16T09:00'), end: at('2026-12-16T10:00') });
    const next = series('new', '2026-12-03T14:00', '2026-12-17T14:00');
    expect(resolve([...history, ...next], later)?.meetingId).toBe('new_2026-12-17T14:00');
  });

  it('continues under its own root whatever it is called', () => {
    const next = meeting('2026-12-02T14:00', {
      id: 'n',
      seriesId: 's_R20261202T170000',
      title: 'New',
    });
    expect(resolve([...history, next])?.meetingId).toBe('n');
  });
});

describe('changesBetween', () => {
  const changed = (changes: Partial<TimedMeeting>) =>
    changesBetween(announced, detailsOf({ ...one, ...changes })).map(({ kind }) => kind);

  it.each<[string, Partial<TimedMeeting>]>([
    ['tentative', { status: 'tentative' }],
    ['cancelled', { status: 'cancelled', title: 'x' }],
    ['moved', { start: at('2026-12-02T10:00'), end: at('2026-12-02T11:00') }],
    ['end', { end: at('2026-12-02T11:00') }],
    ['renamed', { title: 'On DRA' }],
    ['place', { place: 'Room 4' }],
    ['join link', { joinLink: 'https://zoom.us/j/2' }],
  ])('tells “%s” alone', (kind, changes) => {
    expect(changed(changes)).toEqual([kind]);
  });

  it('reports that a tentative meeting is confirmed', () => {
    const tentative = detailsOf({ ...one, status: 'tentative' });
    expect(changesBetween(tentative, announced)).toEqual([{ kind: 'confirmed' }]);
  });
});
