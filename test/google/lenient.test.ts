import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingsFromEvents } from '../../src/google/meetings.ts';
import { at, group, PACIFIC } from '../support/build.ts';

const published = group();

const event = {
  id: 'a',
  status: 'confirmed',
  summary: 'Design review',
  start: { dateTime: '2026-12-02T09:00:00-08:00', timeZone: PACIFIC },
  end: { dateTime: '2026-12-02T10:00:00-08:00', timeZone: PACIFIC },
};

function only(changes: Record<string, unknown>, zone = PACIFIC) {
  const { meetings } = meetingsFromEvents([{ ...event, ...changes }], {
    published,
    zone,
    known: [],
  });
  const [meeting] = meetings;
  if (!meeting || meeting.allDay) throw new Error('no meeting with times');
  return meeting;
}

const ZONES = [
  'GMT-08:00',
  'Customized Time Zone',
  '',
  'Mars/Base',
  '(UTC-08:00) Pacific Time',
  null,
  7,
];

describe('an event', () => {
  it.each(ZONES)('in the zone %j takes place at the time that its offset gives', (timeZone) => {
    const start = { ...event.start, timeZone };
    const end = { ...event.end, timeZone };
    const found = only({ start, end });
    expect(found.start.toMillis()).toBe(at('2026-12-02T09:00').toMillis());
    expect(found.end.toMillis()).toBe(at('2026-12-02T10:00').toMillis());
  });

  it.each(ZONES)('in a calendar with the zone %j is read', (zone) => {
    const start = { dateTime: '2026-12-02T09:00:00' };
    const end = { dateTime: '2026-12-02T10:00:00' };
    const found = only({ start, end }, String(zone));
    const expected = zone === 'GMT-08:00' ? '2026-12-02T17:00:00Z' : '2026-12-02T09:00';
    expect(found.start.toMillis()).toBe(at(expected).toMillis());
  });

  it.each([
    ['GMT+05:30', '2026-12-02T03:30:00Z'],
    ['UTC-8', '2026-12-02T17:00:00Z'],
    ['gmt+0200', '2026-12-02T07:00:00Z'],
  ])('without an offset in the zone %s starts at %s', (timeZone, instant) => {
    const start = { dateTime: '2026-12-02T09:00:00', timeZone };
    expect(only({ start }).start.toMillis()).toBe(at(instant).toMillis());
  });

  it('loses only the fields that can’t be parsed', () => {
    const odd = fc.oneof(fc.constant(null), fc.integer(), fc.constant({}), fc.constant(['x']));
    const fields = fc.record(
      Object.fromEntries(
        [
          'description',
          'location',
          'hangoutLink',
          'conferenceData',
          'attachments',
          'recurringEventId',
          'iCalUID',
          'visibility',
          'eventType',
          'originalStartTime',
          'status',
        ].map((name) => [name, odd]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, (changes) => {
        expect(only(changes).title).toBe('Design review');
      }),
    );
  });

  it('keeps the links next to one that can’t be parsed', () => {
    const document = 'https://docs.google.com/document/d/a/edit';
    const attachments = [null, { fileUrl: null }, { fileUrl: document, title: null }];
    const entryPoints = [
      null,
      { uri: null },
      { entryPointType: 'video', uri: 'https://zoom.us/j/1' },
    ];
    expect(only({ attachments, conferenceData: { entryPoints }, hangoutLink: null })).toMatchObject(
      {
        agendaLink: document,
        joinLink: 'https://zoom.us/j/1',
      },
    );
  });

  it.each([
    ['no end', { end: null }],
    ['an end before its start', { end: { dateTime: '2026-12-02T08:00:00-08:00' } }],
    ['an end that is none', { end: { dateTime: 'late' } }],
  ])('with %s has a start and no made-up end', (_, changes) => {
    const found = only(changes);
    expect(found.end).toEqual(found.start);
  });

  it('with an unknown status is not presented as certain', () => {
    expect(only({ status: 'maybe' }).status).toBe('tentative');
    expect(only({ status: null }).status).toBe('confirmed');
  });
});
