import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/calendar/meeting.ts';
import { readFeed } from '../../../src/google/feed/read-feed.ts';
import { at, group } from '../../support/build.ts';

const ZONE = 'America/Los_Angeles';

function feed(events: readonly string[], zone = ZONE): string {
  const lines = events.flatMap((event) => [
    'BEGIN:VEVENT',
    ...event.trim().split('\n'),
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', `X-WR-TIMEZONE:${zone}`, ...lines, 'END:VCALENDAR', '']
    .map((line) => line.trim())
    .join('\r\n');
}

function read(
  text: string,
  known: readonly Meeting[] = [],
  from = '2026-11-01T00:00',
  to = '2027-03-01T00:00',
) {
  const window = { from: at(from).toMillis(), to: at(to).toMillis() };
  return readFeed(text, { published: group(), known, window });
}

function lines({ meetings }: { readonly meetings: readonly Meeting[] }): string[] {
  return meetings.map((meeting) => {
    const when = meeting.allDay
      ? `${meeting.startDate}/${meeting.endDate}`
      : meeting.start.setZone(ZONE).toFormat('MM-dd HH:mm');
    return `${when} ${meeting.status} ${meeting.id}`;
  });
}

const BIWEEKLY = `
UID:abc@google.com
DTSTART;TZID=America/Los_Angeles:20261104T090000
DTEND;TZID=America/Los_Angeles:20261104T100000
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20261217T075959Z
SUMMARY:WG Serving`;

/** The biweekly series with further lines. */
function series(...more: readonly string[]): string {
  return [BIWEEKLY, ...more].join('\n');
}

const MOVED = `
UID:abc@google.com
RECURRENCE-ID;TZID=America/Los_Angeles:20261118T090000
DTSTART;TZID=America/Los_Angeles:20261119T110000
DTEND;TZID=America/Los_Angeles:20261119T120000
SUMMARY:WG Serving`;

const SINGLE = `
UID:single@google.com
DTSTART:20261110T170000Z
DTEND:20261110T180000Z
SUMMARY:Summit planning`;

const STANDING = [
  '11-04 09:00 confirmed abc_20261104T170000Z',
  '11-18 09:00 confirmed abc_20261118T170000Z',
  '12-02 09:00 confirmed abc_20261202T170000Z',
  '12-16 09:00 confirmed abc_20261216T170000Z',
];

function without(day: string, ...others: readonly string[]): string[] {
  return [...STANDING.filter((line) => !line.startsWith(day)), ...others].sort();
}

describe('a series', () => {
  it('has the IDs that the API gives its occurrences, across the change of clocks', () => {
    expect(lines(read(feed([BIWEEKLY])))).toEqual(STANDING);
    const long = BIWEEKLY.replace(/;UNTIL.*/u, '');
    const spring = lines(read(feed([long]), [], '2027-03-01T00:00', '2027-04-01T00:00'));
    expect(spring).toEqual([
      '03-10 09:00 confirmed abc_20270310T170000Z',
      '03-24 09:00 confirmed abc_20270324T160000Z',
    ]);
  });

  it.each([
    ['in its own zone', 'EXDATE;TZID=America/Los_Angeles:20261202T090000'],
    ['in UTC', 'EXDATE:20261202T170000Z'],
    ['in another zone', 'EXDATE;TZID=Europe/Berlin:20261202T180000'],
    ['as a date', 'EXDATE;VALUE=DATE:20261202'],
    ['among others', 'EXDATE:20250101T090000Z,20261202T170000Z'],
  ])('lists an exception date %s as a cancelled occurrence', (_, line) => {
    const cancelled = '12-02 09:00 cancelled abc_20261202T170000Z';
    expect(lines(read(feed([series(line)]))).sort()).toEqual(without('12-02', cancelled));
    expect(
      read(feed([series(line)])).meetings.find(({ status }) => status === 'cancelled')?.title,
    ).toBe('WG Serving');
  });

  it('takes no exception date for a cancellation that the rule does not have', () => {
    expect(lines(read(feed([series('EXDATE:20261209T170000Z')])))).toEqual(STANDING);
  });

  it.each([
    ['in its own zone', MOVED],
    ['in UTC', MOVED.replace(/RECURRENCE-ID.*/u, 'RECURRENCE-ID:20261118T170000Z')],
  ])('moves an occurrence named %s, which keeps its ID', (_, moved) => {
    const to = '11-19 11:00 confirmed abc_20261118T170000Z';
    expect(lines(read(feed([BIWEEKLY, moved]))).sort()).toEqual(without('11-18', to));
  });

  it('keeps an exception that no occurrence takes, or that has no series in the feed', () => {
    const stray = MOVED.replace('20261118T090000', '20261125T090000');
    const line = '11-19 11:00 confirmed abc_20261125T170000Z';
    expect(lines(read(feed([BIWEEKLY, stray]))).sort()).toEqual([...STANDING, line].sort());
    expect(lines(read(feed([stray])))).toEqual([line]);
  });

  it('keeps the exceptions of two series apart', () => {
    const other = BIWEEKLY.replace('abc@', 'xyz@').replace('WG Serving', 'Office hours');
    const found = lines(read(feed([BIWEEKLY, other, MOVED.replace('abc@', 'xyz@')])));
    expect(found.filter((line) => line.includes('abc_'))).toEqual(STANDING);
  });

  it('shifts this and all following occurrences', () => {
    const onward = MOVED.replace('RECURRENCE-ID;', 'RECURRENCE-ID;RANGE=THISANDFUTURE;');
    expect(lines(read(feed([BIWEEKLY, onward])))).toEqual([
      '11-04 09:00 confirmed abc_20261104T170000Z',
      '11-19 11:00 confirmed abc_20261118T170000Z',
      '12-03 11:00 confirmed abc_20261202T170000Z',
      '12-17 11:00 confirmed abc_20261216T170000Z',
    ]);
  });

  it.each([
    ['in UTC', 'UNTIL=20261202T170000Z'],
    ['without a zone', 'UNTIL=20261202T090000'],
    ['as a date', 'UNTIL=20261202'],
    ['as a count', 'COUNT=3'],
  ])('ends when its rule says so %s', (_, end) => {
    const ended = BIWEEKLY.replace(/UNTIL=[^\n]*/u, end);
    expect(lines(read(feed([ended])))).toEqual(STANDING.slice(0, 3));
  });

  it('has extra dates, and the occurrences of a second rule', () => {
    const more = series(
      'RDATE;TZID=America/Los_Angeles:20261120T150000',
      'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=1',
    );
    const found = lines(read(feed([more])));
    expect(found).toContain('11-20 15:00 confirmed abc_20261120T230000Z');
    expect(found).toContain('11-27 09:00 confirmed abc_20261127T170000Z');
  });

  it('has no occurrence on a day that does not exist', () => {
    const leap = BIWEEKLY.replace(/RRULE.*/u, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
    expect(lines(read(feed([leap])))).toEqual(STANDING.slice(0, 1));
  });

  it('of twenty years of days is only read in the window', () => {
    const daily = BIWEEKLY.replace('20261104T090000', '20061104T090000')
      .replace('20261104T100000', '20061104T100000')
      .replace(/RRULE.*/u, 'RRULE:FREQ=DAILY');
    expect(lines(read(feed([daily]), [], '2026-11-01T00:00', '2026-11-04T00:00'))).toEqual([
      '11-01 09:00 confirmed abc_20261101T170000Z',
      '11-02 09:00 confirmed abc_20261102T170000Z',
      '11-03 09:00 confirmed abc_20261103T170000Z',
    ]);
  });
});

describe('times', () => {
  it.each([
    [
      'an all-day entry',
      'DTSTART;VALUE=DATE:20261110\nDTEND;VALUE=DATE:20261112',
      '2026-11-10/2026-11-12',
    ],
    ['a date without an end', 'DTSTART;VALUE=DATE:20261110', '2026-11-10/2026-11-11'],
    [
      'a floating time, in the calendar’s zone',
      'DTSTART:20261110T090000\nDTEND:20261110T100000',
      '11-10 09:00',
    ],
    ['a duration', 'DTSTART:20261110T170000Z\nDURATION:PT45M', '11-10 09:00'],
    ['a Windows zone', 'DTSTART;TZID=W. Europe Standard Time:20261110T180000', '11-10 09:00'],
    ['a fixed offset', 'DTSTART;TZID=GMT-0800:20261110T090000', '11-10 09:00'],
    [
      'an unknown zone, in the calendar’s',
      'DTSTART;TZID=Customized Time Zone:20261110T090000',
      '11-10 09:00',
    ],
  ])('of %s', (_, time, expected) => {
    const event = SINGLE.replace(/DTSTART.*\nDTEND.*/u, time);
    expect(lines(read(feed([event])))).toEqual([`${expected} confirmed single`]);
  });

  it('are read by the definition of a zone that only the feed knows', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Ours',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
      'END:VCALENDAR',
    ].join('\r\n');
    const event = SINGLE.replace(/DTSTART.*\nDTEND.*/u, 'DTSTART;TZID=Ours:20261110T180000');
    expect(lines(read(feed([event]).replace('END:VCALENDAR', zone)))).toEqual([
      '11-10 09:00 confirmed single',
    ]);
  });
});

describe('what an earlier reading had and the feed lacks', () => {
  const known = read(feed([BIWEEKLY, SINGLE])).meetings;

  it('is cancelled: a single event, with what was known of it', () => {
    const [gone] = read(feed([BIWEEKLY]), known).meetings.filter(
      ({ status }) => status === 'cancelled',
    );
    expect(gone).toMatchObject({ id: 'single', title: 'Summit planning', deleted: true });
  });

  it('is cancelled: a series, and the end of one that was cut short', () => {
    const gone = lines(read(feed([SINGLE]), known)).filter((line) => line.includes('cancelled'));
    expect(gone).toEqual(STANDING.map((line) => line.replace('confirmed', 'cancelled')));
    const short = BIWEEKLY.replace('UNTIL=20261217', 'UNTIL=20261210');
    const cut = lines(read(feed([short, SINGLE]), known));
    expect(cut).toContain('12-16 09:00 cancelled abc_20261216T170000Z');
  });

  it('is not cancelled when a series continues as another, or its rule has changed', () => {
    const ended = BIWEEKLY.replace('UNTIL=20261217', 'UNTIL=20261120');
    const next = BIWEEKLY.replace('UID:abc@', 'UID:abc_R20261202T170000@')
      .replace(
        /DTSTART.*\nDTEND.*/u,
        'DTSTART;TZID=America/Los_Angeles:20261203T090000\nDTEND;TZID=America/Los_Angeles:20261203T100000',
      )
      .replace(/RRULE.*/u, 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH');
    const found = lines(read(feed([ended, next, SINGLE]), known));
    expect(found.filter((line) => line.includes('cancelled'))).toEqual([]);
  });

  it('is not cancelled when its series can’t be read', () => {
    const broken = BIWEEKLY.replace('FREQ=WEEKLY', 'FREQ=FORTNIGHTLY');
    const { meetings, malformed, withheld } = read(feed([broken, SINGLE]), known);
    expect(lines({ meetings })).toEqual(['11-10 09:00 confirmed single']);
    expect(malformed).toMatchObject([{ id: 'abc' }]);
    expect(withheld).toContain('abc_20261202T170000Z');
  });
});

describe('what is no news', () => {
  const known = read(feed([SINGLE])).meetings;

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['a feed that was cut short', feed([BIWEEKLY, SINGLE]).slice(0, -40)],
    ['an empty calendar', feed([])],
  ])('%s', (_, text) => {
    expect(() => read(text, known)).toThrow(/public feed could not be read/);
  });

  it('but an empty calendar of which nothing is known has no meetings', () => {
    expect(read(feed([])).meetings).toEqual([]);
  });
});

describe('an exception that can’t be parsed', () => {
  const broken = MOVED.replace(/DTSTART.*/u, 'DTSTART:soon');

  it('leaves its occurrence out: the time that the series says is known to be wrong', () => {
    const found = read(feed([BIWEEKLY, broken]));
    expect(lines(found)).toEqual(without('11-18'));
    expect(found.malformed).toMatchObject([{ id: 'abc_20261118T170000Z' }]);
  });

  it('cancels nothing that was known', () => {
    const known = read(feed([BIWEEKLY])).meetings;
    expect(lines(read(feed([BIWEEKLY, broken]), known))).toEqual(without('11-18'));
  });

  it('of an unknown occurrence affects none', () => {
    const found = read(feed([BIWEEKLY, broken.replace(/RECURRENCE-ID.*/u, 'RECURRENCE-ID:soon')]));
    expect(lines(found)).toEqual(STANDING);
  });
});

describe('a bad event affects no other', () => {
  it.each([
    ['without a UID', SINGLE.replace(/UID.*/u, 'X-A:1')],
    ['without a start', SINGLE.replace(/DTSTART.*\n/u, '').replace('single@', 'bad@')],
    [
      'with a start that is no time',
      SINGLE.replace('20261110T170000Z', 'soon').replace('single@', 'bad@'),
    ],
    ['of every second', `${SINGLE.replace('single@', 'bad@')}\nRRULE:FREQ=SECONDLY`],
    ['of every hour', `${SINGLE.replace('single@', 'bad@')}\nRRULE:FREQ=HOURLY`],
  ])('%s', (_, bad) => {
    const found = read(feed([BIWEEKLY, bad]));
    expect(lines(found)).toEqual(STANDING);
    expect(found.malformed).toHaveLength(1);
  });

  it('and lines that a proxy broke are joined again', () => {
    const folded = feed([BIWEEKLY]).replace('SUMMARY:WG Serving', 'SUMMARY:WG\r\n  Serv\r\ning');
    expect(read(folded).meetings[0]?.title).toBe('WG Serving');
  });

  it('and of two with one UID, the later version counts', () => {
    const later = SINGLE.replace('170000Z', '190000Z').replace('180000Z', '200000Z');
    expect(lines(read(feed([`${later}\nSEQUENCE:2`, SINGLE])))).toEqual([
      '11-10 11:00 confirmed single',
    ]);
  });
});

describe('an invitation', () => {
  it('has the join link of the conference, attachments, and its text without Google’s own words', () => {
    const block = '-::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-';
    const event = `${SINGLE}
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
DESCRIPTION:Bring your slides\\, please.\\n\\n${block}\\nJoin with Google Meet: https://meet.google.com/abc-defg-hij\\n\\nPlease do not edit this section.\\n${block}
ATTACH;FILENAME=Notes;FMTTYPE=application/vnd.google-apps.document:https://docs.google.com/document/d/abc/edit`;
    expect(read(feed([event])).meetings[0]).toMatchObject({
      joinLink: 'https://meet.google.com/abc-defg-hij',
      agendaLink: 'https://docs.google.com/document/d/abc/edit',
      description: 'Bring your slides, please.',
    });
  });

  it('from another program has the ID that Google gives an imported event', () => {
    const imported = SINGLE.replace('single@google.com', '040000008200E00074C5B7101A82E008');
    expect(read(feed([imported])).meetings[0]?.id).toMatch(/^_60q30c1g60o30e1i60o4ac1g60rj8gp/);
  });
});
