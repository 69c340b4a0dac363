import { describe, expect, it } from 'vitest';
import type { Meeting, TimedMeeting } from '../../src/calendar/meeting.ts';
import { groupFacts } from '../../src/community/group-facts.ts';
import { calendarDifferences } from '../../src/following/calendar-differences.ts';
import { type Difference, keyOf } from '../../src/following/difference.ts';
import { checkLinks, linksOf } from '../../src/following/links.ts';
import { pageDifferences, publishedGroup } from '../../src/following/page-differences.ts';
import { NO_MESSAGES, planMessages } from '../../src/following/plan-messages.ts';
import { parseGroup } from '../../src/group/parse.ts';
import type { Group } from '../../src/group/schema.ts';
import { importGroup } from '../../src/importing/import-group.ts';
import { allListings, fixture, readable } from '../community/published.ts';
import { at, meeting } from '../support/build.ts';

const listings = allListings();
const NOTHING_SEEN = new Set<string>();

function factsOf(id: string, sigsYaml?: string) {
  const all = sigsYaml === undefined ? listings : readable(sigsYaml).listings;
  const listing = all.find(({ group }) => group.dir === id);
  if (!listing) throw new Error(`${id} is not listed`);
  return groupFacts(listing);
}

function imported(yaml: string | undefined, facts: ReturnType<typeof groupFacts>): string {
  const result = importGroup(yaml, facts, undefined);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.yaml;
}

function groupIn(yaml: string): Group {
  const read = parseGroup(yaml);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.group;
}

function later(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
    return text.replaceAll(from, to);
  }, fixture('sigs.yaml'));
}

describe('a group’s file and its page', () => {
  it('agree right after an import, for every group', () => {
    const found = listings.map((listing) => {
      const facts = groupFacts(listing);
      return pageDifferences(groupIn(imported(undefined, facts)), facts, undefined, NOTHING_SEEN);
    });
    expect(found.flat()).toEqual([]);
  });

  it('differ in what an import would change, and agree after it, for every group', () => {
    const page = later(
      ['time: "9:00"', 'time: "9:30"'],
      ['time: "11:00"', 'time: "12:00"'],
      ['frequency: weekly\n', 'frequency: monthly - last Friday\n'],
      ['pwd=', 'tok='],
      ['document/d/1', 'document/d/2'],
      ['list=PL69nYSiGNLP', 'list=PL69nYSiGNLX'],
      ['slack: sig-', 'slack: k8s-sig-'],
      ['- github: a', '- github: new-a'],
    );
    const changed = listings.filter(({ group }) => {
      const before = imported(undefined, factsOf(group.dir));
      const facts = factsOf(group.dir, page);
      const differences = pageDifferences(groupIn(before), facts, undefined, NOTHING_SEEN);
      const after = imported(before, facts);
      expect([group.dir, differences.length > 0]).toEqual([group.dir, before !== after]);
      expect(pageDifferences(groupIn(after), facts, undefined, NOTHING_SEEN)).toEqual([]);
      return differences.length > 0;
    });
    expect(changed.length).toBeGreaterThan(30);
  });

  it('differ in a meeting that is gone only if it was published before', () => {
    const windows = groupIn(imported(undefined, factsOf('sig-windows')));
    const page = factsOf(
      'sig-windows',
      later(['Weekly CI Meeting', 'Other'], ['1j2XEKXNyGaSO0XZNkSQUliaT48ZQl6StLhrsVurJoco', 'x']),
    );
    const kinds = (seen: ReadonlySet<string>) =>
      pageDifferences(windows, page, undefined, seen).map(keyOf);
    expect(kinds(NOTHING_SEEN)).toEqual(['new meeting Other']);
    expect(kinds(new Set(['weeklycimeeting']))).toEqual([
      'new meeting Other',
      'meeting gone Weekly CI Meeting',
    ]);
  });

  it('agree on a zone that the page leaves in doubt, and on words that the file knows better', () => {
    const ibm = imported(undefined, factsOf('sig-cluster-lifecycle')).replace(
      'Kolkata',
      'Jerusalem',
    );
    const facts = factsOf('sig-cluster-lifecycle');
    expect(pageDifferences(groupIn(ibm), facts, undefined, NOTHING_SEEN)).toEqual([]);
  });
});

describe('a page and the calendar', () => {
  const now = at('2026-12-01T09:00', 'utc');
  const group = groupIn(imported(undefined, factsOf('wg-batch')));
  const published = publishedGroup(factsOf('wg-batch'));
  const room = 'https://zoom.us/j/98329676612?pwd=c0N2bVV1aTh2VzltckdXSitaZXBKQT09';
  const on = (time: string, changes: Partial<TimedMeeting> = {}) => {
    const start = at(time, 'Europe/Berlin');
    const own = { title: 'Regular Meeting', joinLink: room, start, end: start.plus({ hours: 1 }) };
    return meeting(time, { ...own, ...changes });
  };
  const found = (...meetings: readonly Meeting[]) =>
    calendarDifferences(group, published, meetings, now);

  it('agree where most meetings are on the rule, one moved or not', () => {
    expect(found(on('2026-12-03T16:00'), on('2026-12-10T16:00'), on('2026-12-18T10:00'))).toEqual(
      [],
    );
    expect(found(on('2026-12-04T10:00'))).toEqual([]);
    expect(found()).toEqual([]);
  });

  it('differ where most meetings are at another hour', () => {
    expect(
      found(on('2026-12-03T17:00'), on('2026-12-10T17:00'), on('2026-12-17T16:00')),
    ).toMatchObject([
      {
        kind: 'calendar time',
        meeting: 'Regular Meeting',
        calendar: 'Thursday at 17:00 (Europe/Berlin)',
      },
    ]);
  });

  it('differ where most meetings have another link, but not another form of it', () => {
    const other = 'https://zoom.us/j/91111111111';
    const times = ['2026-12-03T16:00', '2026-12-10T16:00'] as const;
    expect(found(...times.map((time) => on(time, { joinLink: other })))).toEqual([
      { kind: 'calendar link', meeting: 'Regular Meeting', published: room, calendar: other },
    ]);
    const short = 'https://zoom.us/j/98329676612';
    expect(found(...times.map((time) => on(time, { joinLink: short })))).toEqual([]);
  });

  it('say nothing of meetings that are cancelled, past, or not the group’s', () => {
    expect(
      found(
        on('2026-12-03T17:00', { status: 'cancelled' }),
        on('2026-11-19T17:00'),
        on('2026-11-26T17:00'),
        on('2026-12-10T17:00', { title: 'Kueue' }),
        on('2026-12-17T17:00', { title: 'Kueue' }),
      ),
    ).toEqual([]);
  });
});

describe('links', () => {
  const group = groupIn(imported(undefined, factsOf('wg-batch')));
  const start = at('2026-12-01T09:00', 'utc');
  const agenda =
    'https://docs.google.com/document/d/1XOeUN-K0aKmJJNq7H07r74n-mGgSFyiEDQ3ecwsGhec/edit';
  const none = { linksCheckedAt: undefined, deadLinks: [] };

  it('are checked once a week, and those that are dead each time', async () => {
    const asked: string[] = [];
    const check = async (url: string) => {
      asked.push(url);
      return url === agenda ? 404 : 200;
    };
    const first = await checkLinks(group, none, check, start);
    expect(first.deadLinks).toEqual([
      { what: 'notes of Regular Meeting', url: agenda, status: 404 },
    ]);
    expect(asked).toHaveLength(linksOf(group).length);
    asked.length = 0;
    const second = await checkLinks(group, first, check, start.plus({ days: 1 }));
    expect([asked, second.deadLinks]).toEqual([[agenda], first.deadLinks]);
    asked.length = 0;
    await checkLinks(group, second, check, start.plus({ days: 7 }));
    expect(asked).toHaveLength(linksOf(group).length);
  });

  it('are not dead because nobody answers, or asks to sign in', async () => {
    const answers = [undefined, 403, 429, 500, 302];
    for (const answer of answers) {
      const { deadLinks } = await checkLinks(group, none, async () => answer, start);
      expect(deadLinks).toEqual([]);
    }
    const dead = [{ what: 'notes', url: agenda, status: 404 }];
    const before = { linksCheckedAt: start, deadLinks: dead };
    expect((await checkLinks(group, before, async () => undefined, start)).deadLinks).toEqual(dead);
    expect((await checkLinks(group, before, async () => 200, start)).deadLinks).toEqual([]);
  });
});

describe('the messages', () => {
  const day = (count: number) => at('2026-12-01T09:00', 'utc').plus({ days: count });
  const lead = (github: string): Difference => ({ kind: 'lead gone', github, name: github });
  const says = ({ messages }: ReturnType<typeof planMessages>) =>
    messages.map(({ number, says: what }) => `${number} ${what}`);

  it('are one, edited until nothing differs, and a new one after that', () => {
    const first = planMessages(NO_MESSAGES, [lead('a')], day(0));
    const second = planMessages(first.state, [lead('a'), lead('b')], day(1));
    const third = planMessages(second.state, [], day(2));
    const fourth = planMessages(third.state, [], day(3));
    const fifth = planMessages(fourth.state, [lead('a')], day(9));
    expect([first, second, third, fourth, fifth].map(says)).toEqual([
      ['1 differences'],
      ['1 differences'],
      ['1 settled'],
      ['1 settled'],
      ['2 differences'],
    ]);
  });

  it('are two if something new differs when the first is a week old, since an edit notifies nobody', () => {
    const first = planMessages(NO_MESSAGES, [lead('a')], day(0));
    const same = planMessages(first.state, [lead('a')], day(30));
    const more = planMessages(same.state, [lead('a'), lead('b')], day(31));
    expect([first, same, more].map(says)).toEqual([
      ['1 differences'],
      ['1 differences'],
      ['2 differences', '1 replaced'],
    ]);
  });

  it('are none where nothing differs', () => {
    expect(says(planMessages(NO_MESSAGES, [], day(0)))).toEqual([]);
  });
});
