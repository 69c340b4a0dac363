import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roomAt } from '../../src/calendar/links/rooms.ts';
import { OWN_GROUP_FILE } from '../../src/group/load.ts';
import { parseGroup } from '../../src/group/parse.ts';
import { groupOf, regular, shippedCalendar } from '../support/build.ts';

const shipped = readFileSync(OWN_GROUP_FILE, 'utf8');

function problemsOf(yaml: string): readonly string[] {
  const result = parseGroup(yaml);
  return result.ok ? [] : result.problems;
}

describe('the shipped group file', () => {
  it('is valid', () => {
    expect(problemsOf(shipped)).toEqual([]);
  });

  it('has a join link that the bot would also accept from a calendar', () => {
    const { join } = regular();
    expect(roomAt(new URL(join), [])).toBe('room');
  });

  it('names the calendar page of its calendar', () => {
    const { id, page } = shippedCalendar();
    expect(new URL(page).searchParams.get('src')).toBe(id);
  });
});

describe('a bad group file', () => {
  it('has every problem listed with its path', () => {
    const bad = shipped
      .replace('weekday: wednesday', 'weekday: someday')
      .replace('zone: America/Los_Angeles', 'zone: America/Nowhere')
      .replace('https://kubernetes.slack.com', 'http://kubernetes.slack.com');
    expect(problemsOf(bad)).toEqual([
      expect.stringMatching(/^meetings\.0\.when\.weekday: /),
      expect.stringMatching(/^meetings\.0\.when\.zone: must be an IANA zone/),
      expect.stringMatching(/^contact\.slack: must be a link that starts with https/),
    ]);
  });

  it.each([
    [
      'a tab',
      'name: x\nmeeting:\n\tday: 1\n\ttime: 2\n\tzone: 3\n',
      /^line 3, column 1: this line is indented with a tab/,
    ],
    ['a bracket left open', 'name: [unclosed', /^line 1, column 16: /],
    ['a colon', 'name: WG: Serving', /^line 1, column 7: a value with a colon.*in quotes/],
    ['an @', 'contact: @wg-serving', /^line 1, column 10: a value that starts with @.*in quotes/],
    ['a !', 'name: !important', /starts with ! must be in quotes/],
    ['a *', 'name: *bold', /starts with \* in quotes/],
    ['a key twice', 'name: x\nname: y\n', /^line 2, column 1: this key is already/],
    ['another indentation', '  a: 1\n b: 2\n  c: 3\n', /^line 2, column 2: .*indentation/],
    ['a second document', 'a: 1\n---\nb: 2\n', /^line 2, column 1: a second document/],
    ['a quote left open', 'name: "x\nfull: y\n', /quote/],
    ['YAML without keys', 'just text', /^the file: must have keys/],
    ['nothing', '', /^the file: is empty$/],
    [
      'aliases without end',
      `a: &a [x]\n${'bcdefghij'.replace(/./g, (key, at: number) => `${key}: &${key} [${`*${'abcdefghij'[at]},`.repeat(9)}]\n`)}`,
      /alias/,
    ],
  ])('with %s gets one problem with its position', (_, yaml, words) => {
    expect(problemsOf(yaml)).toEqual([expect.stringMatching(words)]);
  });

  it.each([
    [
      'weekday: wednesday',
      'weekday: 3',
      /weekday: must be one of monday, .* \(line \d+, column 16\)/,
    ],
    ['weekday: wednesday', 'weekday:', /weekday: must be one of monday/],
    ['duration_minutes: 60', 'duration_minutes: "60"', /must be a whole number, without quotes/],
    ['every_weeks: 2', 'every_weeks: 0', /every_weeks: must be at least 1 \(line \d+, column 20\)/],
    ['company: Google', 'company: 7', /organizers\.2\.company: must be text.*in quotes \(line /],
    ['company: Google', 'company:', /company: is empty \(line/],
    ['  github: soltysh\n', '', /^liaison\.github: is missing \(line \d+, column 3\)/],
    ['name: WG Serving\n', '', /^name: is missing$/],
    ['stakeholder_sigs:', 'stakeholder_sigs: Apps\nx:', /stakeholder_sigs: must be a list.*dash/],
    ['liaison:\n', 'liaison: someone\nx:\n', /liaison: must have keys/],
  ])('that has %j as %j gets the problem in the file’s own terms', (before, after, words) => {
    expect(shipped).toContain(before);
    const problems = problemsOf(shipped.replace(before, after));
    expect(problems).toContainEqual(expect.stringMatching(words));
    expect(problems.join()).not.toMatch(/Invalid input|expected|undefined/);
  });

  it('is rejected for an unknown key, which may be misspelt', () => {
    expect(problemsOf(`${shipped}\nworkstream: []\n`)).toEqual([
      expect.stringMatching(/^workstream: is not a key of this file \(line \d+, column 1\)$/),
    ]);
  });

  it('is rejected if its anchor is on another weekday', () => {
    const bad = shipped.replace('every_weeks: 2', 'every_weeks: 2\n      anchor: 2026-12-03');
    expect(problemsOf(bad)).toEqual([
      expect.stringMatching(/^meetings\.0\.when\.anchor: 2026-12-03 is not a wednesday \(line \d+/),
    ]);
  });

  it('is rejected if two workstreams share an alias', () => {
    const bad = shipped.replace('[orchestrator, orchestrate, orchestrating]', '[autoscale]');
    expect(problemsOf(bad)).toEqual([
      expect.stringMatching(
        /^workstreams\.2: "autoscale" stands for both Autoscaling and Orch.*line/,
      ),
    ]);
  });

  it('is rejected if two facts have the same name', () => {
    const bad = shipped.replace('name: Archive', 'name: github label');
    expect(problemsOf(bad)).toEqual([
      expect.stringMatching(/^facts\.1: "github label" stands for both GitHub label and github/),
    ]);
  });

  it('may begin with a BOM', () => {
    expect(problemsOf(`\ufeff${shipped}`)).toEqual([]);
  });
});

describe('a group that publishes little', () => {
  it('needs nothing but a name', () => {
    expect(groupOf({ name: 'SIG UI' })).toMatchObject({
      id: 'sig-ui',
      kind: 'sig',
      status: 'active',
      zone: 'UTC',
      meetings: [],
      organizers: [],
    });
  });

  it('has the zone of its first meeting that publishes one', () => {
    const meetings = [
      { title: 'Whenever', when: { text: 'ask in Slack' } },
      { title: 'Sync', when: { nth: 2, weekday: 'monday', time: '10:00', zone: 'Europe/Berlin' } },
    ] as const;
    expect(groupOf({ name: 'SIG X', meetings: [...meetings] }).zone).toBe('Europe/Berlin');
  });
});

describe('when a meeting takes place', () => {
  const withWhen = (lines: string) =>
    problemsOf(`name: SIG X\nmeetings:\n  - title: Sync\n    when: ${lines}\n`);
  const clock = 'weekday: monday, time: "10:00", zone: UTC';

  it.each([
    `{ every_weeks: 1, ${clock} }`,
    `{ every_weeks: 2, ${clock}, anchor: 2026-12-07 }`,
    `{ nth: 3, ${clock} }`,
    `{ nth: [1, 3], ${clock} }`,
    `{ nth: last, ${clock} }`,
    `{ nth: 4, ${clock}, days_after: 1 }`,
    '{ text: after each release }',
  ])('may be %s', (when) => {
    expect(withWhen(when)).toEqual([]);
  });

  it.each([
    [`{ ${clock} }`, /^meetings\.0\.when\.every_weeks: is missing/],
    [`{ nth: 6, ${clock} }`, /^meetings\.0\.when\.nth: must be at most 5 \(line 4/],
    [`{ nth: third, ${clock} }`, /^meetings\.0\.when\.nth: must be/],
    [`{ nth: 3, ${clock}, anchor: 2026-12-07 }`, /^meetings\.0\.when\.anchor: is not a key/],
    [`{ every_weeks: 2, ${clock}, ancor: 2026-12-07 }`, /^meetings\.0\.when\.ancor: is not a key/],
    ['{ every_weeks: 2, weekday: monday, time: "9:00", zone: UTC }', /when\.time: must be a time/],
    [`{ every_weeks: 2, ${clock}, anchor: 2026-12-08 }`, /anchor: 2026-12-08 is not a monday/],
  ])('must not be %s', (when, problem) => {
    expect(withWhen(when)).toEqual([expect.stringMatching(problem)]);
  });

  it('must not be of two meetings with one title, unless subprojects hold them', () => {
    const meetings = 'name: SIG X\nmeetings:\n  - title: Sync\n  - title: sync\n';
    expect(problemsOf(meetings)).toEqual([
      expect.stringMatching(/^meetings\.1\.title: "sync" is already .*line 4/),
    ]);
    expect(problemsOf(`${meetings}    subproject: dns\n`)).toEqual([]);
  });
});

describe('the status of a group', () => {
  it.each([
    ['active', []],
    ['{ retired: 2026-02, explanation: It is done. }', []],
    ['gone', [/^status: must be active, or say/]],
    ['{ retired: 2026-13, explanation: x }', [/^status\.retired: must be a month/]],
    ['{ retired: 2026-02 }', [/^status\.explanation: is missing/]],
  ])('%s', (status, problems) => {
    expect(problemsOf(`name: WG X\nstatus: ${status}\n`)).toEqual(
      problems.map((problem) => expect.stringMatching(problem)),
    );
  });
});
