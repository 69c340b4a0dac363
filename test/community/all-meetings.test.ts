import { describe, expect, it } from 'vitest';
import { groupFacts } from '../../src/community/group-facts.ts';
import { readMeetingTime } from '../../src/community/meeting-time.ts';
import { groupSchema } from '../../src/group/schema.ts';
import { allListings, fixture, readable, wordsFor } from './published.ts';

/** `group | title | rule in words | each doubt about it`, as in rules.txt. */
function tableOfRules(): string[] {
  return allListings().flatMap(({ group }) => {
    const own = group.meetings.map(({ value }) => value);
    const ofSubprojects = group.subprojects.flatMap(({ value }) =>
      value.meetings.map((meeting) => meeting.value),
    );
    return [...own, ...ofSubprojects].map((meeting) => {
      const read = readMeetingTime(meeting);
      const doubts = read.doubts.map(({ field, what, done }) => `${field} ${what} → ${done}`);
      return [group.dir, meeting.description, wordsFor(read.when), ...doubts].join(' | ');
    });
  });
}

function linesOf(name: string): string[] {
  return fixture(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

describe('the meetings of all groups', () => {
  const rules = tableOfRules();

  it('are read right, all 102 of them', () => {
    expect(rules).toHaveLength(102);
    expect(rules).toEqual(linesOf('rules.txt'));
  });

  it('are known to the week where the page says which week', () => {
    const count = (part: RegExp) => rules.filter((rule) => part.test(rule)).length;
    // Of the 67 every other week, 11 have a date to count from; the one every four weeks has none.
    expect(count(/every other /)).toBe(67);
    expect(count(/every other .* counted from/)).toBe(11);
    expect(count(/week unknown/)).toBe(57);
    expect(count(/of each month/)).toBe(15);
    expect(count(/, monthly/)).toBe(1);
  });
});

describe('the facts of all groups', () => {
  const file = readable(fixture('sigs.yaml'));

  it('make 35 files that the bot can read', () => {
    expect(file.dropped).toEqual([]);
    const ids = file.listings.map((listing) => {
      const facts = groupFacts(listing);
      const meetings = facts.meetings.map(({ meeting }) => meeting);
      return groupSchema.parse({ ...facts.file, meetings }).id;
    });
    expect(new Set(ids).size).toBe(35);
  });

  it('come with a line for each one that could not be taken as it is written', () => {
    const lines = file.listings.flatMap((listing) =>
      groupFacts(listing).oddities.map(({ about, path, what, done }) => {
        const field = path.at(-1);
        const subject = typeof field === 'string' ? `${about}, ${field}` : about;
        return `${subject} (${file.placeOf(path)?.split(',')[0]}): ${what} → ${done}`;
      }),
    );
    expect(lines).toEqual(linesOf('oddities.txt'));
  });

  it('put the regular meeting first', () => {
    const regular = file.listings.map((listing) => groupFacts(listing).meetings[0]?.meeting.title);
    const titles = Object.fromEntries(
      file.listings.map(({ group }, index) => [group.dir, regular[index]]),
    );
    expect(titles).toMatchObject({
      'sig-api-machinery': 'Regular SIG Meeting',
      'sig-cli': 'Regular SIG Meeting',
      'sig-contributor-experience': 'Regular SIG Meeting',
      'sig-network': 'SIG Network Meeting',
      'sig-node': 'Main SIG Meeting',
      'sig-testing': 'SIG Testing Bi-Weekly Meeting',
      'wg-batch': 'Regular Meeting',
      'wg-device-management': 'Regular WG Meeting (Asia/Europe)',
      'committee-steering': 'Public Steering Committee Meeting',
    });
  });
});
