import { expect, it } from 'vitest';
import { answerer, requestContexts } from '../../src/app/handle-request.ts';
import type { Command } from '../../src/commands/command.ts';
import { at, group, memoryLogger, memorySubscriptions, noReminders } from '../support/build.ts';

it('answers an unexpected error with an apology whose reference finds the cause in the log', async () => {
  const broken: Command = {
    name: 'broken',
    aliases: [],
    summary: '',
    usage: '',
    details: '',
    audience: 'everyone',
    takes: () => true,
    run() {
      throw new TypeError('undefined is not a meeting');
    },
  };
  const { logger, lines } = memoryLogger();
  const contextFor = requestContexts({
    group: group(),
    calendar: { state: () => ({ kind: 'not configured' }) },
    reminders: noReminders,
    subscriptions: memorySubscriptions(),
    problems: { list: () => [] },
    clock: { now: () => at('2026-12-01T09:00') },
  });
  const ask = answerer({ commands: [broken], logger }, contextFor);

  const { answer } = await ask({ text: 'broken secret words', userId: 'U1', via: 'slash' });

  const reference = /`([0-9a-f]{8})`/.exec(answer.message.text)?.[1];
  expect(answer.message.text).toMatch(/^Sorry/);
  expect(answer.message.text).not.toMatch(/undefined|TypeError|at /);
  expect(answer.kind).toBe('notice');
  expect(lines).toMatchObject([{ requestId: reference, msg: 'request failed', level: 50 }]);
  expect(JSON.stringify(lines)).toContain('undefined is not a meeting');
  expect(JSON.stringify(lines)).not.toContain('secret words');
});
