import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToCalendarUrl } from '../../src/messages/add-to-calendar.ts';
import { at, meeting } from '../support/build.ts';

function queryOf(url: string | undefined) {
  return Object.fromEntries(new URL(url ?? '').searchParams);
}

describe('the link that adds a meeting to a calendar', () => {
  it('contains this one occurrence, in UTC, with its links', () => {
    const url = addToCalendarUrl(meeting('2026-12-02T09:00'));
    expect(url).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE&/);
    expect(queryOf(url)).toEqual({
      action: 'TEMPLATE',
      text: 'WG Serving Weekly Meeting',
      dates: '20261202T170000Z/20261202T180000Z',
      details: 'Join: https://zoom.us/j/1?pwd=a\nAgenda: https://docs.google.com/document/d/a/edit',
      location: 'https://zoom.us/j/1?pwd=a',
    });
  });

  it('is the same instant whatever zone the event is in', () => {
    const start = at('2026-03-12T17:00', 'Europe/Berlin');
    const berlin = meeting('2026-03-12T09:00', { start, end: start.plus({ minutes: 30 }) });
    expect(queryOf(addToCalendarUrl(berlin)).dates).toBe('20260312T160000Z/20260312T163000Z');
  });

  it('includes the place if there is one', () => {
    const there = meeting('2026-12-02T09:00', { place: 'Hall 3 & 4' });
    expect(queryOf(addToCalendarUrl(there))).toMatchObject({
      location: 'Hall 3 & 4',
      details: expect.stringContaining('Join: https://zoom.us/j/1?pwd=a'),
    });
  });

  it('has nothing for what the meeting lacks', () => {
    const { joinLink: _, agendaLink: __, ...bare } = meeting('2026-12-02T09:00');
    expect(Object.keys(queryOf(addToCalendarUrl(bare)))).toEqual(['action', 'text', 'dates']);
  });

  it('is never longer than a button allows, and always has title and time', () => {
    const long = fc.string({ unit: 'binary', maxLength: 4000 });
    fc.assert(
      fc.property(long, long, long, (title, join, agenda) => {
        const links = {
          joinLink: `https://a.example/${join}`,
          agendaLink: `https://b.example/${agenda}`,
        };
        const url = addToCalendarUrl(meeting('2026-12-02T09:00', { title, ...links }));
        expect(url?.length).toBeLessThanOrEqual(3000);
        expect(queryOf(url).dates).toBe('20261202T170000Z/20261202T180000Z');
      }),
    );
  });
});
