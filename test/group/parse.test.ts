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

  it('has a join link that the bot would also take from a calendar', () => {
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

  it('is told where its YAML breaks', () => {
    expect(problemsOf('name: [unclosed')[0]).toMatch(/line 1/);
  });

  it('is refused for an unknown key, which is a misspelt one', () => {
    expect(problemsOf(`${shipped}\nworkstream: []\n`)[0]).toMatch(/workstream/);
  });

  it('is refused when its anchor is on another weekday', () => {
    const bad = shipped.replace('every_weeks: 2', 'every_weeks: 2\n  anchor: 2026-12-03');
    expect(problemsOf(bad)).toEqual(['regular_meeting.anchor: 2026-12-03 is not a wednesday']);
  });

  it('is refused when two workstreams share an alias', () => {
    const bad = shipped.replace('[orchestrator, orchestrate]', '[autoscale]');
    expect(problemsOf(bad)).toEqual([
      'workstreams: "autoscale" stands for both Autoscaling and Orchestration',
    ]);
  });

  it('is no object at all', () => {
    expect(problemsOf('')[0]).toMatch(/^the file: /);
  });
});
