import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { meetingsFromEvents } from '../../src/google/meetings.ts';
import { at, group, meeting, PACIFIC, regular } from '../support/build.ts';

const published = group();
const regularMeeting = regular();

const event = {
  id: 'a',
  status: 'confirmed',
  summary: 'Design review',
  start: { dateTime: '2026-12-02T09:00:00-08:00', timeZone: PACIFIC },
  end: { dateTime: '2026-12-02T10:00:00-08:00', timeZone: PACIFIC },
};

function read(items: readonly unknown[], known: readonly Meeting[] = []) {
  return meetingsFromEvents(items, { published, zone: PACIFIC, known });
}

function only(changes: Record<string, unknown>): Meeting | undefined {
  const { meetings, malformed } = read([{ ...event, ...changes }]);
  expect(malformed).toEqual([]);
  return meetings[0];
}

describe('meetingsFromEvents', () => {
  it('reads a single event in its own zone', () => {
    const berlin = { dateTime: '2026-12-02T18:00:00+01:00', timeZone: 'Europe/Berlin' };
    const found = only({ start: berlin });
    expect(found).toMatchObject({ id: 'a', title: 'Design review', regular: false, allDay: false });
    expect(found && !found.allDay && found.start.toISO()).toBe('2026-12-02T18:00:00.000+01:00');
    expect(found && !found.allDay && found.start.zoneName).toBe('Europe/Berlin');
  });

  it('uses the calendar’s zone if an event has none, or one that does not exist', () => {
    const found = only({ start: { dateTime: '2026-12-02T09:00:00', timeZone: 'Mars/Base' } });
    expect(found && !found.allDay && found.start.toMillis()).toBe(
      at('2026-12-02T09:00').toMillis(),
    );
  });

  it('recognizes the regular meeting by its title, and a renamed occurrence by its series', () => {
    const titled = { ...event, id: 's_1', recurringEventId: 's', summary: regularMeeting.title };
    const renamed = { ...event, id: 's_2', recurringEventId: 's', summary: 'All about DRA' };
    expect(read([titled, renamed, event]).meetings.map((m) => m.regular)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('uses the group file’s join link only for the regular meeting', () => {
    expect(only({ summary: regularMeeting.title })?.joinLink).toBe(regularMeeting.join);
    expect(only({})?.joinLink).toBeUndefined();
  });

  it('takes the room that the title names, of two events with one description', () => {
    const description = 'EMEA: https://zoom.us/j/3\nAPAC: https://zoom.us/j/4';
    const region = (id: string) => ({ ...event, id, summary: `Weekly (${id})`, description });
    expect(read([region('EMEA'), region('APAC')]).meetings.map((m) => m.joinLink)).toEqual([
      'https://zoom.us/j/3',
      'https://zoom.us/j/4',
    ]);
  });

  it('takes the event’s own link, and never the one that Google added before another', () => {
    const description = 'https://zoom.us/j/3';
    const location = 'https://zoom.us/j/2';
    const conferenceData = {
      entryPoints: [
        { entryPointType: 'phone', uri: 'tel:+1' },
        { entryPointType: 'video', uri: 'https://meet.google.com/abc-defg-hij' },
      ],
    };
    const read = (changes: Record<string, unknown>) => only(changes)?.joinLink;
    expect(read({ description, location, conferenceData })).toBe(location);
    expect(read({ description, conferenceData })).toBe(description);
    expect(read({ conferenceData })).toBe('https://meet.google.com/abc-defg-hij');
  });

  it('takes the agenda from the description, then an attachment, then the group file', () => {
    const doc = (name: string) => `https://docs.google.com/document/d/${name}/edit`;
    const attachments = [{ fileUrl: doc('attached') }];
    const description = `<a href="https://www.google.com/url?q=${encodeURIComponent(doc('text'))}">x</a>`;
    expect(only({ description, attachments })?.agendaLink).toBe(doc('text'));
    expect(only({ attachments })?.agendaLink).toBe(doc('attached'));
    expect(only({ summary: regularMeeting.title })?.agendaLink).toBe(regularMeeting.agenda);
    expect(only({})?.agendaLink).toBeUndefined();
  });

  it('reads an all-day event as dates', () => {
    const found = only({ start: { date: '2026-12-02' }, end: { date: '2026-12-04' } });
    expect(found).toMatchObject({ allDay: true, startDate: '2026-12-02', endDate: '2026-12-04' });
    expect(found).not.toHaveProperty('start');
  });

  it('completes a bare cancelled occurrence from its series', () => {
    const sibling = { ...event, id: 's_1', recurringEventId: 's' };
    const originalStartTime = { dateTime: '2026-12-16T09:00:00-08:00', timeZone: PACIFIC };
    const bare = { id: 's_2', status: 'cancelled', recurringEventId: 's', originalStartTime };
    const { meetings } = read([sibling, bare]);
    expect(meetings[1]).toMatchObject({ id: 's_2', status: 'cancelled', title: 'Design review' });
    const cancelled = meetings[1];
    expect(cancelled && !cancelled.allDay && cancelled.end.toMillis()).toBe(
      at('2026-12-16T10:00').toMillis(),
    );
  });

  it('completes a cancelled event that has only its ID from the last read', () => {
    const before = meeting('2026-12-02T09:00', { id: 'gone', title: 'Design review' });
    expect(read([{ id: 'gone', status: 'cancelled' }], [before]).meetings[0]).toMatchObject({
      status: 'cancelled',
      title: 'Design review',
    });
    expect(read([{ id: 'gone', status: 'cancelled' }])).toMatchObject({
      meetings: [],
      malformed: [],
    });
  });

  it('keeps a moved occurrence where it was when it is cancelled there', () => {
    const moved = meeting('2026-12-03T11:00', { id: 'moved' });
    const originalStartTime = { dateTime: '2026-12-02T17:00:00Z' };
    const bare = { id: 'moved', status: 'cancelled', originalStartTime };
    expect(read([bare], [moved]).meetings).toMatchObject([
      { status: 'cancelled', start: moved.start, end: moved.end },
    ]);
  });

  it('names a bare cancelled occurrence after no other meeting at its hour', () => {
    const originalStartTime = { dateTime: '2026-12-16T17:00:00Z' };
    const { meetings } = read([{ id: 'x', status: 'cancelled', originalStartTime }]);
    expect(meetings).toMatchObject([{ title: 'A meeting on Wed, Dec 16', regular: false }]);
  });

  it('names a bare cancelled occurrence after the series that its own continues', () => {
    const originalStartTime = { dateTime: '2026-12-16T17:00:00Z' };
    const first = { ...event, id: 's_1', recurringEventId: 's', summary: regularMeeting.title };
    const bare = {
      id: 's_R20261216T170000_2',
      status: 'cancelled',
      recurringEventId: 's_R20261216T170000',
      originalStartTime,
    };
    expect(read([first, bare]).meetings[1]).toMatchObject({
      title: regularMeeting.title,
      regular: true,
    });
    const known = read([first]).meetings;
    expect(read([bare], known).meetings[0]).toMatchObject({
      title: regularMeeting.title,
      regular: true,
    });
  });

  it('takes the words that call a meeting off out of its title, and what they say from it', () => {
    expect(only({ summary: `CANCELED: ${regularMeeting.title}` })).toMatchObject({
      title: regularMeeting.title,
      status: 'cancelled',
      regular: true,
    });
    expect(only({ summary: `${regularMeeting.title} (postponed)` })).toMatchObject({
      title: regularMeeting.title,
      status: 'cancelled',
      postponed: true,
      regular: true,
    });
  });

  it.each([
    ['no id', { id: undefined }],
    ['no start', { start: undefined }],
    ['a start that is none', { start: { dateTime: 'soon' } }],
  ])('sets an event with %s aside and keeps the others', (_, changes) => {
    const { meetings, malformed } = read([{ ...event, id: 'bad', ...changes }, event]);
    expect(meetings.map(({ id }) => id)).toEqual(['a']);
    expect(malformed).toHaveLength(1);
  });

  it('never throws, whatever the items are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (items) => {
        const { meetings, malformed } = read(items);
        expect(meetings.length + malformed.length).toBeLessThanOrEqual(items.length);
      }),
    );
  });
});
