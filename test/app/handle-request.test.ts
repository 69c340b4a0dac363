import { setImmediate } from 'node:timers/promises';
import type { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { requestHandler } from '../../src/app/handle-request.ts';
import { requestContexts } from '../../src/app/request-contexts.ts';
import { routeToOne } from '../../src/app/route-request.ts';
import { type Command, certainly, defineCommand } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { mistakeMessage } from '../../src/messages/mistake.ts';
import { readingModal } from '../../src/messages/modal.ts';
import {
  at,
  group,
  memoryLogger,
  memorySubscriptions,
  noAgendas,
  noRecordings,
  noReminders,
  personalDataOf,
} from '../support/build.ts';

const described = {
  aliases: [],
  summary: '',
  details: '',
  audience: 'everyone',
  task: 'bot',
  topic: () => [],
} as const;

const broken = defineCommand({
  ...described,
  name: 'broken',
  parse: certainly,
  run() {
    throw new TypeError('undefined is not a meeting');
  },
});

function handlerOver(...commands: Command[]) {
  return handlerAt(at('2026-12-01T09:00'), commands);
}

function handlerAt(now: DateTime<true>, commands: readonly Command[], clock = { now: () => now }) {
  const { logger, lines } = memoryLogger();
  const facts = group();
  const subscriptions = memorySubscriptions();
  const contextFor = requestContexts({
    commands,
    slashCommand: '/wg-serving',
    group: facts,
    groups: [facts],
    organizersChannel: 'C0ORGANIZERS',
    calendar: { state: () => ({ kind: 'never read', failing: false }) },
    reminders: noReminders,
    recordings: noRecordings,
    agendas: noAgendas,
    subscriptions,
    personalData: personalDataOf(subscriptions, facts),
    scheduled: { lastZoneOf: async () => undefined },
    problems: { list: () => [] },
    clock,
  });
  return { handle: requestHandler(routeToOne(contextFor), logger), lines };
}

describe('a request', () => {
  it('that hits an unexpected error gets an apology whose reference leads to the cause in the log', async () => {
    const { handle, lines } = handlerOver(broken);
    const asked = 'broken secret words';
    const { answer } = await handle({ asked, userId: 'U1', via: 'slash' });

    const reference = /`([0-9a-f]{8})`/.exec(answer.message.text)?.[1];
    expect(answer.message.text).toMatch(/^Sorry/);
    expect(answer.message.text).not.toMatch(/undefined|TypeError|at /);
    expect(answer.kind).toBe('notice');
    expect(lines).toMatchObject([{ requestId: reference, msg: 'request failed', level: 50 }]);
    expect(JSON.stringify(lines)).toContain('undefined is not a meeting');
    expect(JSON.stringify(lines)).not.toContain('secret words');
  });

  it('may be an invocation, which is not parsed again', async () => {
    const echo = defineCommand<string>({
      ...described,
      name: 'echo',
      parse: () => undefined,
      run: (words) => mistakeMessage(words),
    });
    const { handle } = handlerOver(echo);
    const asked = echo.invoke('<!channel> status');
    const { answer } = await handle({ asked, userId: 'U1', via: 'home' });
    expect(answer).toMatchObject({ kind: 'answer', command: 'echo' });
    expect(answer.message.text).toBe('&lt;!channel&gt; status');
  });

  it('of whoever writes in the organizers’ channel is an organizer’s; the refusal tells others the way', async () => {
    const secret = defineCommand({
      ...described,
      name: 'secret',
      audience: 'organizers',
      parse: certainly,
      run: () => mistakeMessage('For organizers.'),
    });
    const { handle } = handlerOver(secret);
    const ask = async (channelId: string | undefined) =>
      (await handle({ asked: 'secret', userId: 'U1', channelId, via: 'slash' })).answer.message
        .text;
    expect(await ask('C0ORGANIZERS')).toBe('For organizers.');
    const refusal =
      /^Only the organizers .*in the organizers’ own channel, or have your Slack ID, U1, /;
    expect(await ask('C0OTHER')).toMatch(refusal);
    expect(await ask(undefined)).toMatch(refusal);
  });

  it('may be answered with a modal, or with a message if none can be opened', async () => {
    const form = defineCommand({
      ...described,
      name: 'form',
      parse: certainly,
      run: () => readingModal('A form', mistakeMessage('Use the slash command for this.')),
    });
    const { handle } = handlerOver(form);
    const { answer } = await handle({ asked: 'form', userId: 'U1', via: 'slash' });
    expect(answer).toMatchObject({ kind: 'modal', view: { type: 'modal' } });
    expect(answer.message.text).toBe('Use the slash command for this.');
  });
});

describe('a question that follows on another', () => {
  let now = at('2026-12-01T09:00');
  const { handle, lines } = handlerAt(now, commands, { now: () => now });
  const ask = async (asked: string, conversation: string, userId = 'U1') => {
    const request = { asked, userId, conversation, via: 'mention' } as const;
    return (await handle(request)).answer.subject;
  };

  it('in its thread, by the same person, is about the same thing', async () => {
    expect(await ask('where is the autoscaling doc', 'C1 1')).toContain('Autoscaling');
    expect(await ask('and for DRA?', 'C1 1')).toContain('"name":"DRA"');
    expect(await ask('and for DRA?', 'C1 2'), 'another thread').not.toContain('MultiHost');
    expect(await ask('and multi-node?', 'C1 1')).toContain('MultiHost/MultiNode');
  });

  it('is not understood after an hour', async () => {
    await ask('when did autoscaling last meet', 'C1 3');
    now = now.plus({ minutes: 61 });
    expect(await ask('and for DRA?', 'C1 3')).not.toContain('last-meeting');
  });

  it('leaves no text in the log', async () => {
    // Nobody waits for the log.
    await setImmediate();
    const log = JSON.stringify(lines);
    expect(log).toContain('question read');
    expect(log).not.toMatch(/autoscaling|multi-node/iu);
  });
});
