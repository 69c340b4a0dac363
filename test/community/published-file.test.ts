import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readPublishedFile } from '../../src/community/published-file.ts';
import { fixture, readable } from './published.ts';

const whole = fixture('sigs.yaml');

/** A file with one working group, written as given. */
function fileWith(group: string): string {
  return `sigs: []\nworkinggroups:\n${group.replace(/^/gm, '  ')}\nusergroups: []\ncommittees: []\n`;
}

function problemOf(text: string): string {
  const read = readPublishedFile(text);
  if (read.ok) throw new Error('it could be read');
  return read.problem;
}

describe('sigs.yaml', () => {
  it('lists the groups by kind, with their places in the file', () => {
    const file = readable(whole);
    const kinds = Object.groupBy(file.listings, ({ kind }) => kind);
    expect([kinds.sig?.length, kinds.wg?.length, kinds.committee?.length]).toEqual([24, 8, 3]);
    const batch = file.listings.find(({ group }) => group.dir === 'wg-batch');
    expect(whole.split('\n')[Number(file.placeOf(batch?.path ?? [])?.match(/\d+/)) - 1]).toBe(
      '  - dir: wg-batch',
    );
  });

  it.each([
    ['', 'is empty'],
    ['<!DOCTYPE html><html></html>', 'is a web page, not the list of groups'],
    [
      whole.slice(0, whole.length / 2),
      /^is cut short, or has another form than it had: it has no list of /,
    ],
    [whole.slice(0, -40), /cut short/],
    ['sigs: 3\n', 'is cut short, or has another form than it had: it has no list of sigs'],
    ['- a\n- b\n', 'has another form than it had'],
    ['sigs: [\n', /^is not YAML: line \d/],
    [`sigs: ${'['.repeat(3_000_000)}`, 'is nested too deeply'],
    [`sigs: ${'{a: '.repeat(900_000)}`, 'is nested too deeply'],
    [`sigs:\n${'- '.repeat(1_900_000)}`, 'is nested too deeply'],
    ['? '.repeat(1_000_000), 'is nested too deeply'],
    [
      Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
      'is nested too deeply',
    ],
    [Array.from({ length: 300_000 }, (_, n) => `k${n}: 1\n`).join(''), 'has far too many entries'],
    [' '.repeat(MAX_BYTES) + whole, 'is larger than 4 MB'],
  ])('that %# is not whole is refused with a sentence', (text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });

  it('that would grow beyond all bounds through its aliases is refused', () => {
    const anchors = Array.from({ length: 9 }, (_, level) => {
      const alias = level === 0 ? '"x"' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(9).fill(alias).join(', ')}]`;
    });
    expect(problemOf(`${anchors.join('\n')}\n${whole}`)).toMatch(/alias/i);
  });

  it('cut anywhere is either refused or has all groups', () => {
    for (let length = 0; length < whole.length; length += 5_003) {
      const read = readPublishedFile(whole.slice(0, length));
      expect(read.ok, `cut at ${length}`).toBe(false);
    }
  });

  it('keeps an entry whose parts can’t be read, without them', () => {
    const file = readable(
      fileWith(`
- dir: wg-odd
  name: Odd
  mission_statement: [a, b]
  leadership:
    chairs:
      - name: Nobody
      - {name: Somebody, github: some-body, company: }
      - just text
  meetings:
    - day: Monday
    - {description: Fine, time: 9, url: {a: b}}
  contact:
    slack: 7
    liaison: {name: No Handle}`),
    );
    expect(file.listings).toHaveLength(1);
    const [listing] = file.listings;
    const { group, dropped } = listing ?? { dropped: [] };
    expect(group?.leadership.chairs.map(({ value }) => value.github)).toEqual(['some-body']);
    expect(group?.meetings).toMatchObject([
      { index: 1, value: { description: 'Fine', time: '9', url: undefined } },
    ]);
    expect(group?.contact).toMatchObject({ slack: '7' });
    expect(dropped.map(({ path }) => path.slice(2).join('.'))).toEqual([
      'mission_statement',
      'leadership.chairs.0',
      'leadership.chairs.2',
      'meetings.0',
      'meetings.1.url',
      'contact.liaison',
    ]);
  });

  it('loses no other entry to one that can’t be read at all', () => {
    const file = readable(fileWith('- 3\n- name: No Folder\n- {dir: wg-fine, name: Fine}'));
    expect(file.listings.map(({ group }) => group.dir)).toEqual(['wg-fine']);
    expect(file.dropped.map(({ path }) => path.join('.'))).toEqual([
      'workinggroups.0',
      'workinggroups.1.dir',
    ]);
  });
});
