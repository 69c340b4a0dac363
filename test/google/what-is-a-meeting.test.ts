import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { meetingsFromEvents } from '../../src/google/meetings.ts';
import { group, meeting, PACIFIC, regular } from '../support/build.ts';

const published = group();
const regularMeeting = regular();

function event(changes: Record<string, unknown>) {
  return {
    id: 'a',
    summary: 'Design review',
    start: { dateTime: '2026-12-02T09:00:00-08:00', timeZone: PACIFIC },
    end: { dateTime: '2026-12-02T10:00:00-08:00', timeZone: PACIFIC },
    ...changes,
  };
}

function read(items: readonly unknown[], known: readonly Meeting[] = []) {
  return meetingsFromEvents(items, { published, zone: PACIFIC, known });
}

describe('not a meeting', () => {
  it.each([
    ['out of office', { eventType: 'outOfOffice', summary: 'Out of office' }],
    ['a working location', { eventType: 'workingLocation', summary: 'Home' }],
    ['focus time', { eventType: 'focusTime' }],
    ['a birthday', { eventType: 'birthday' }],
    ['a flight from a mail', { eventType: 'fromGmail' }],
    ['a private entry', { visibility: 'private', summary: 'Dentist' }],
    ['a confidential entry', { visibility: 'confidential', summary: 'Dentist' }],
    ['a free-busy entry', { summary: undefined }],
    ['a free-busy entry with a title', { summary: 'Busy' }],
  ])('is %s, and it does not count as cancelled', (_, changes) => {
    const found = read([event(changes)]);
    expect(found.meetings).toEqual([]);
    expect(found.withheld).toEqual(['a']);
  });

  it('is the bare cancellation of a private series', () => {
    const visible = event({
      id: 's_1',
      recurringEventId: 's',
      visibility: 'private',
      summary: 'Dentist',
    });
    const originalStartTime = { dateTime: '2026-12-09T09:00:00-08:00' };
    const bare = { id: 's_2', status: 'cancelled', recurringEventId: 's', originalStartTime };
    expect(read([visible, bare])).toMatchObject({ meetings: [], withheld: ['s_1'] });
  });

  it.each([
    ['default', { eventType: 'default' }],
    ['public', { visibility: 'public' }],
    ['untitled with a link', { summary: undefined, location: 'https://zoom.us/j/1' }],
  ])('is not what is %s', (_, changes) => {
    expect(read([event(changes)]).meetings).toHaveLength(1);
  });
});

describe('a meeting that is in the calendar twice', () => {
  const ids = (items: readonly unknown[], known: readonly Meeting[] = []) =>
    read(items, known).meetings.map(({ id }) => id);

  it('is one, by its UID and start', () => {
    const copies = [event({ iCalUID: 'u' }), event({ id: 'b', iCalUID: 'u', summary: 'Review' })];
    expect(ids(copies)).toEqual(['a']);
  });

  it('is one, by its title, time and room', () => {
    const location = 'https://zoom.us/j/1';
    const typed = { id: 'b', summary: 'design  review', location };
    expect(ids([event({ location }), event(typed)])).toEqual(['a']);
    expect(read([event({}), event(typed)]).meetings).toMatchObject([
      { id: 'a', joinLink: location },
    ]);
  });

  it('keeps its known ID', () => {
    const known = [meeting('2026-12-02T09:00', { id: 'b' })];
    expect(ids([event({ iCalUID: 'u' }), event({ id: 'b', iCalUID: 'u' })], known)).toEqual(['b']);
  });

  it('takes place even if one of the entries is cancelled', () => {
    const cancelled = event({ id: 'b', iCalUID: 'u', status: 'cancelled', summary: 'Review' });
    expect(read([cancelled, event({ iCalUID: 'u' })]).meetings).toMatchObject([{ id: 'a' }]);
  });

  it('is two in two rooms, or at two times', () => {
    const rooms = ['https://zoom.us/j/1', 'https://zoom.us/j/2'];
    expect(ids(rooms.map((location, n) => event({ id: `${n}`, location })))).toHaveLength(2);
    const later = { dateTime: '2026-12-02T09:30:00-08:00' };
    expect(
      ids([event({ iCalUID: 'u' }), event({ id: 'b', iCalUID: 'u', start: later })]),
    ).toHaveLength(2);
  });

  it('prefers its own link to the group’s', () => {
    const entry = { summary: regularMeeting.title, iCalUID: 'u' };
    const linked = event({ ...entry, id: 'b', location: 'https://zoom.us/j/1' });
    expect(read([event(entry), linked]).meetings).toMatchObject([
      { id: 'a', joinLink: 'https://zoom.us/j/1' },
    ]);
  });
});

describe('a cancelled event', () => {
  it('that Google sends with another start is cancelled at its planned time', () => {
    const before = meeting('2026-12-03T11:00', { id: 'a' });
    expect(read([event({ status: 'cancelled' })], [before]).meetings).toMatchObject([
      { status: 'cancelled', start: before.start, end: before.end },
    ]);
  });

  it('is distinguished from a deleted single one', () => {
    const called = event({ summary: 'CANCELED: Review' });
    const occurrence = event({ id: 'b', summary: 'B', status: 'cancelled', recurringEventId: 's' });
    const deleted = event({ id: 'c', summary: 'C', status: 'cancelled' });
    expect(read([called, occurrence, deleted]).meetings.map((one) => one.deleted)).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });
});

describe('the group’s own link', () => {
  const titled = (changes: Record<string, unknown>) =>
    read([event({ summary: regularMeeting.title, ...changes })]).meetings[0]?.joinLink;

  it.each([
    ['https://zoom-lfx.platform.linuxfoundation.org/meeting/95550000003?password=0f1e'],
    ['https://rooms.example.org/weekly'],
    ['https://kubernetes.slack.com/archives/C1'],
  ])('does not replace %s in the place field', (location) => {
    expect(titled({ location })).toBe(location);
  });

  it('does not replace a join link on an unknown host', () => {
    expect(titled({ description: 'Join: https://rooms.example.org/weekly' })).toBe(
      'https://rooms.example.org/weekly',
    );
  });

  it('is used if the event has only a link to a chat', () => {
    expect(titled({ description: 'Slack: https://kubernetes.slack.com/archives/C1' })).toBe(
      regularMeeting.join,
    );
  });
});
