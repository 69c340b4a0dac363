import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roomAt } from '../../src/calendar/links/rooms.ts';
import { OWN_GROUP_FILE } from '../../src/group/load.ts';
import { parseGroup } from '../../src/group/parse.ts';
import { group } from '../support/build.ts';

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
    const { join } = group().regularMeeting;
    expect(roomAt(new URL(join), [])).toBe('room');
  });

  it('names the calendar page of its calendar', () => {
    const { id, page } = group().calendar;
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
      expect.stringMatching(/^regular_meeting\.weekday: /),
      expect.stringMatching(/^regular_meeting\.zone: must be an IANA zone/),
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
      /weekday: must be one of monday, .* \(line \d+, column 12\)/,
    ],
    ['weekday: wednesday', 'weekday:', /weekday: must be one of monday/],
    ['duration_minutes: 60', 'duration_minutes: "60"', /must be a whole number, without quotes/],
    ['every_weeks: 2', 'every_weeks: 0', /every_weeks: must be at least 1 \(line \d+, column 16\)/],
    ['company: Google', 'company: 7', /organizers\.2\.company: must be text.*in quotes \(line /],
    ['company: Google', 'company:', /company: is empty \(line/],
    ['    company: Google\n', '', /organizers\.2\.company: is missing \(line \d+, column 5\)/],
    ['full_name: Serving Working Group of Kubernetes\n', '', /^full_name: is missing$/],
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
    const bad = shipped.replace('every_weeks: 2', 'every_weeks: 2\n  anchor: 2026-12-03');
    expect(problemsOf(bad)).toEqual([
      expect.stringMatching(/^regular_meeting\.anchor: 2026-12-03 is not a wednesday \(line \d+/),
    ]);
  });

  it('is rejected if two workstreams share an alias', () => {
    const bad = shipped.replace('[orchestrator, orchestrate]', '[autoscale]');
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
