import { beforeEach, describe, expect, it } from 'vitest';
import { channelChecks } from '../../src/app/start-checks.ts';
import { findingLine } from '../../src/findings.ts';
import { type Problems, problemList } from '../../src/problems.ts';
import type { Membership } from '../../src/slack/membership.ts';
import { at, memoryLogger } from '../support/build.ts';

const REMINDERS = { setting: 'SLACK_CHANNEL_ID', id: 'C1' };
const ALERTS = { setting: 'ALERT_CHANNEL', id: 'C2' };
const clock = { now: () => at('2026-12-01T09:00') };

let memberships: Map<string, Membership>;
let asked: string[];
let problems: Problems;
let checks: ReturnType<typeof channelChecks>;

beforeEach(() => {
  memberships = new Map([
    ['C1', { kind: 'member' }],
    ['C2', { kind: 'member' }],
  ]);
  asked = [];
  const { logger } = memoryLogger();
  problems = problemList(logger);
  const membershipIn = async (id: string): Promise<Membership> => {
    asked.push(id);
    return memberships.get(id) ?? { kind: 'no such channel' };
  };
  checks = channelChecks([REMINDERS, ALERTS], membershipIn, { problems, clock, logger });
});

describe('a channel', () => {
  it('that the bot is in is checked once', async () => {
    await checks.atStart(undefined);
    await checks.job.run();
    expect(asked).toEqual(['C1', 'C2']);
    expect(problems.list()).toEqual([]);
  });

  it.each([
    ['C1', /^SLACK_CHANNEL_ID: the bot sees no channel C1 .*private, invite/],
    ['C2', /^ALERT_CHANNEL: the bot sees no channel C2 /],
  ])(
    'kubernetes/community#7389: that doesn’t exist keeps the bot from starting: %s',
    async (id, words) => {
      memberships.set(id, { kind: 'no such channel' });
      const fatal = (await checks.atStart(undefined)).filter(({ kind }) => kind === 'fatal');
      expect(fatal.map(findingLine)).toEqual([expect.stringMatching(words)]);
    },
  );

  it('that the bot is not in is a problem from startup until it is invited', async () => {
    memberships.set('C1', { kind: 'not a member' });
    memberships.set('C2', { kind: 'not a member' });
    await checks.atStart(undefined);
    expect(problems.list()).toMatchObject([
      { cause: 'membership', what: expect.stringContaining('C1 (SLACK_CHANNEL_ID) and C2 (ALERT') },
    ]);
    memberships.set('C1', { kind: 'member' });
    await checks.job.run();
    expect(problems.list()).toMatchObject([{ what: expect.stringContaining('C2 (ALERT') }]);
    memberships.set('C2', { kind: 'member' });
    await checks.job.run();
    expect(problems.list()).toEqual([]);
    await checks.job.run();
    expect(asked).toEqual(['C1', 'C2', 'C1', 'C2', 'C2']);
  });

  it('that Slack says nothing about does not keep the bot from starting', async () => {
    memberships.set('C1', { kind: 'not told', reason: 'missing_scope' });
    memberships.set('C2', { kind: 'try again', reason: 'fetch failed' });
    await checks.atStart(undefined);
    expect(problems.list()).toEqual([]);
    await checks.job.run();
    expect(asked).toEqual(['C1', 'C2', 'C2']);
  });

  it('that vanishes later is a problem, but does not stop the bot', async () => {
    memberships.set('C1', { kind: 'not a member' });
    await checks.atStart(undefined);
    memberships.set('C1', { kind: 'no such channel' });
    await checks.job.run();
    expect(problems.list()).toMatchObject([{ cause: 'membership' }]);
  });
});
