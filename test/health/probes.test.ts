import { describe, expect, it } from 'vitest';
import { jobPulses } from '../../src/app/job-pulses.ts';
import { lifeProblems, readinessProblems } from '../../src/health/probes.ts';
import { at, readCalendar } from '../support/build.ts';

const MINUTE = 60_000;
const calendar = readCalendar([], at('2026-12-02T08:50'));
const read = { groupId: 'wg-x', state: calendar };
const running = {
  phase: 'running',
  connected: true,
  storeWorks: true,
  calendars: [read],
} as const;
const unread = (failing: boolean) => ({
  groupId: 'wg-y',
  state: { kind: 'never read', failing } as const,
});

describe('alive', () => {
  const job = { name: 'personal-reminders', periodMs: MINUTE };

  it.each([
    [0, []],
    [5 * MINUTE, []],
    [5 * MINUTE + 1, ['job personal-reminders: no progress for 300 s']],
  ])('with a job that was quiet for %d ms: %j', (quietMs, problems) => {
    expect(lifeProblems([{ ...job, quietMs }])).toEqual(problems);
  });

  it('counts the periods of each job’s own expression', () => {
    const jobs = [
      { name: 'often', cron: '* * * * * *', run: async () => {} },
      { name: 'seldom', cron: '*/30 * * * *', run: async () => {} },
    ];
    const quiet = () => jobs.map(({ name }) => ({ name, quietMs: 10 * MINUTE }));
    expect(lifeProblems(jobPulses(jobs, { quiet })())).toEqual([
      'job often: no progress for 600 s',
    ]);
  });
});

describe('ready', () => {
  it.each([
    [running, []],
    [{ ...running, calendars: [read, unread(true)] }, []],
    [{ ...running, calendars: [read, unread(false)] }, ['the calendar is being read']],
    [
      { ...running, connected: false, storeWorks: false },
      ['not connected to Slack', 'the database gives no answer'],
    ],
    [{ phase: 'starting' } as const, ['starting']],
    [{ phase: 'stopping' } as const, ['stopping']],
  ])('%j', (readiness, problems) => {
    expect(readinessProblems(readiness)).toEqual(problems);
  });
});
