import { describe, expect, it } from 'vitest';
import { appendIn, removeIn, setIn } from '../../src/importing/edit-yaml.ts';

const yaml = `# About the group.
id:   wg-batch   # aligned by hand

mission: >-
  Words that somebody
  broke into lines.
meetings:
    - title: 'Regular Meeting'   # as in the calendar
      when:
        every_weeks: 2
        time: "09:00"
        # anchor: 2026-12-02
      aliases: [ batch,call ]

    - title: Other
      join: https://example.org/a
recordings: {}
sigs: []
`;

/** The lines that differ, as in a diff. */
function diff(edited: string): string[] {
  const [before, after] = [yaml.split('\n'), edited.split('\n')];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

describe('an edit changes nothing but', () => {
  it('a value, in its quotes', () => {
    expect(diff(setIn(yaml, ['meetings', 0, 'when', 'time'], '10:30'))).toEqual([
      '-        time: "09:00"',
      '+        time: "10:30"',
    ]);
    expect(diff(setIn(yaml, ['meetings', 0, 'title'], "WG's call"))).toEqual([
      "-    - title: 'Regular Meeting'   # as in the calendar",
      "+    - title: 'WG''s call'   # as in the calendar",
    ]);
    expect(diff(setIn(yaml, ['id'], 'wg-b'))).toEqual([
      '-id:   wg-batch   # aligned by hand',
      '+id:   wg-b   # aligned by hand',
    ]);
  });

  it('a key that was missing, in the place of its block', () => {
    const edited = setIn(yaml, ['meetings', 0, 'when', 'zone'], 'UTC');
    expect(diff(edited)).toEqual(['+        zone: UTC']);
    expect(edited).toContain('time: "09:00"\n        zone: UTC\n');
    expect(diff(setIn(yaml, ['meetings', 1, 'agenda'], 'https://example.org/b'))).toEqual([
      '+      agenda: https://example.org/b',
    ]);
    expect(diff(setIn(yaml, ['contact', 'slack_channel'], '#wg-batch'))).toEqual([
      '+contact:',
      '+  slack_channel: "#wg-batch"',
    ]);
  });

  it('an empty map or list, which becomes a block', () => {
    expect(diff(setIn(yaml, ['recordings', 'playlist'], 'https://example.org/p'))).toEqual([
      '-recordings: {}',
      '+recordings:',
      '+  playlist: https://example.org/p',
    ]);
    expect(diff(appendIn(yaml, ['sigs'], 'Apps'))).toEqual(['-sigs: []', '+sigs:', '+  - Apps']);
  });

  it('an entry at the end of a list', () => {
    expect(diff(appendIn(yaml, ['meetings'], { title: 'New', at: { time: '8:00' } }))).toEqual([
      '+    - title: New',
      '+      at:',
      '+        time: "8:00"',
    ]);
    expect(diff(appendIn(yaml, ['meetings', 0, 'aliases'], 'third'))).toEqual([
      '-      aliases: [ batch,call ]',
      '+      aliases: [batch, call, third]',
    ]);
    expect(diff(appendIn(yaml, ['new'], 'one'))).toEqual(['+new:', '+  - one']);
  });

  it('what is removed', () => {
    expect(diff(removeIn(yaml, ['meetings', 0, 'when', 'every_weeks']))).toEqual([
      '-        every_weeks: 2',
    ]);
    expect(diff(removeIn(yaml, ['meetings', 1]))).toEqual([
      '-    - title: Other',
      '-      join: https://example.org/a',
    ]);
    expect(diff(removeIn(yaml, ['meetings', 1, 'title']))).toEqual([
      '-    - title: Other',
      '-      join: https://example.org/a',
      '+    - join: https://example.org/a',
    ]);
    expect(removeIn(removeIn(yaml, ['meetings', 1]), ['meetings', 0])).toContain(
      'meetings:\n    []\n',
    );
    expect(removeIn(yaml, ['nowhere', 3])).toBe(yaml);
  });

  it('nothing, where the file has no line break at its end', () => {
    expect(setIn('id: a', ['name'], 'A')).toBe('id: a\nname: A\n');
    expect(setIn('# nothing yet\n', ['name'], 'A')).toBe('# nothing yet\nname: A\n');
  });
});
