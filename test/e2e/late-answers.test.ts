import { describe, it } from 'vitest';
import { type Fault, Faults } from '../../sandbox/faults.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, type ServicesSettings, type World } from '../../sandbox/world.ts';
import { memoryLogger } from '../support/build.ts';
import { ACTORS, biweekly, inWorld, takeTurn } from '../support/world.ts';

// Before the first reminder is due, so that only answers are posted.
const NOW = '2026-12-01T08:30';
const events = [biweekly('s', '2026-12-02T09:00')];
const member = ACTORS.member.id;
const direct = `D${member.slice(1)}`;

type Lines = ReturnType<typeof memoryLogger>['lines'];

/** A world whose Slack can be made faulty, and the log of its bot, which is returned too. */
async function inFaultyWorld(
  check: (world: World, faults: Faults, lines: Lines) => Promise<void>,
): Promise<Lines> {
  const faults = new Faults(1_000);
  const { logger, lines } = memoryLogger();
  const slack: ServicesSettings['slack'] = {
    fault: ({ method }, run) => faults.apply(method, run),
  };
  await inWorld(NOW, { events, slack }, (world) => check(world, faults, lines), logger);
  return lines;
}

function replies({ slack }: World, channel: string): StoredMessage[] {
  return slack.workspace.messages(channel).filter(({ isBot }) => isBot);
}

const SHORT_LIMIT: Fault = { status: 429, retryAfterSeconds: 1 };

// Each has a world of its own and waits for the bot's pauses, so they wait together.
describe.each([
  ['a mention', CHANNEL, '@wg-serving organizers'],
  ['a direct message', direct, 'organizers'],
])('%s', { concurrent: true }, (_, channel, text) => {
  it.for([
    ['a limit', SHORT_LIMIT, false],
    ['an error of the server', 'server error', true],
    ['an error of the server although it was posted', 'server error after', true],
    ['a connection that breaks before', 'dropped before', true],
    ['a connection that breaks after', 'dropped after', true],
    ['a refusal that passes', { error: 'accesslimited' }, false],
  ] as const)('that met %s is answered once', async ([, kind, mayBeThere], { expect }) => {
    await inFaultyWorld(async (world, faults) => {
      faults.add({ on: 'chat.postMessage', kind, count: 1 });
      const before = world.slack.calls.length;
      const { event } = await world.slack.say(member, channel, text);
      await world.slack.deliver('events_api', { ...event });
      await expect.poll(() => replies(world, channel)).toHaveLength(1);
      const isLook = ({ method }: { method: string }) => /history|replies/u.test(method);
      const looks = () => world.slack.calls.slice(before).filter(isLook);
      if (mayBeThere) await expect.poll(looks).toHaveLength(1);
      await takeTurn(world.slack, 'organizer', 'recordings');
      expect(replies(world, channel)).toHaveLength(1);
    });
  });
});

it.concurrent('an answer whose response was lost is edited with its question', async ({
  expect,
}) => {
  await inFaultyWorld(async (world, faults) => {
    faults.add({ on: 'chat.postMessage', kind: 'dropped after', count: 1 });
    const { message } = await world.slack.say(member, CHANNEL, '@wg-serving organizers');
    await world.slack.edit(message, '@wg-serving contact');
    await expect.poll(() => replies(world, CHANNEL)).toMatchObject([{ edited: true }]);
    expect(replies(world, CHANNEL)[0]?.text).toContain('Reach WG Serving');
  });
});

it.concurrent('an answer that may be in the thread is given up while Slack refuses to show the thread', async ({
  expect,
}) => {
  await inFaultyWorld(async (world, faults, lines) => {
    faults.add({ on: 'chat.postMessage', kind: 'dropped after', count: 1 });
    faults.add({ on: 'conversations.replies', kind: { error: 'missing_scope' } });
    await world.slack.say(member, CHANNEL, '@wg-serving organizers');
    const given = () => lines.filter(({ msg }) => msg === 'answer not posted');
    await expect.poll(given).toHaveLength(1);
    expect(given()[0]).toMatchObject({ reason: 'missing_scope', advice: expect.any(String) });
    expect(replies(world, CHANNEL)).toHaveLength(1);
  });
});

it.concurrent('a private answer that may have been shown is not shown twice', async ({
  expect,
}) => {
  await inFaultyWorld(async (world, faults) => {
    faults.add({ on: 'chat.postEphemeral', kind: 'dropped after', count: 1 });
    await world.slack.say(member, CHANNEL, '@wg-serving remind me 15m');
    await expect.poll(() => replies(world, CHANNEL)).toHaveLength(1);
    await takeTurn(world.slack, 'organizer', 'recordings');
    expect(replies(world, CHANNEL)).toHaveLength(1);
  });
});

it.concurrent('a private answer that was rate limited is shown later', async ({ expect }) => {
  await inFaultyWorld(async (world, faults) => {
    faults.add({ on: 'chat.postEphemeral', kind: SHORT_LIMIT, count: 1 });
    await world.slack.say(member, CHANNEL, '@wg-serving remind me 15m');
    await expect.poll(() => replies(world, CHANNEL)).toMatchObject([{ visibleTo: member }]);
  });
});

it.concurrent('a bot that stops while an answer waits gives it up with one line', async ({
  expect,
}) => {
  const lines = await inFaultyWorld(async (world, faults) => {
    const hour: Fault = { status: 429, retryAfterSeconds: 100 };
    faults.add({ on: 'chat.postMessage', kind: hour });
    await world.slack.say(member, CHANNEL, '@wg-serving organizers');
    await expect
      .poll(() => world.slack.calls.filter(({ method }) => method === 'chat.postMessage'))
      .toHaveLength(1);
  });
  expect(lines.filter(({ msg }) => msg === 'answer not posted')).toMatchObject([
    { reason: 'rate limited' },
  ]);
  expect(lines.at(-1)).toMatchObject({ msg: 'bot stopped' });
});
