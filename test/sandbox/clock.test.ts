import { expect, it } from 'vitest';
import { manualClock, steppableClock } from '../../sandbox/clock.ts';
import { Faults } from '../../sandbox/faults.ts';
import { startLocalSlack } from '../../sandbox/slack/server.ts';
import { ACTORS, CHANNEL, startServices } from '../../sandbox/world.ts';
import { at } from '../support/build.ts';

it('a stepped clock keeps running with the one that it follows', () => {
  const truth = manualClock(at('2026-12-01T09:00'));
  const clock = steppableClock(truth);
  clock.step({ minutes: 6 });
  truth.set(at('2026-12-01T10:00'));
  expect(clock.now()).toEqual(at('2026-12-01T10:06'));
  clock.step({ hours: -1 });
  expect(clock.now()).toEqual(at('2026-12-01T09:06'));
});

it('Slack keeps its own time while the bot’s clock is stepped', async () => {
  const truth = manualClock(at('2026-12-01T09:00'));
  const clock = steppableClock(truth);
  const { slack, close } = await startServices({ clock, events: [], slack: { clock: truth } });
  clock.step({ hours: 1 });
  const { message } = await slack.say(ACTORS.member.id, CHANNEL, 'hello');
  expect(Math.floor(Number(message.ts))).toBe(truth.now().toUnixInteger());
  await close();
});

it('the Date header follows Slack’s own clock, back and forth, in every response', async () => {
  const clock = steppableClock(manualClock(at('2026-12-01T09:00')));
  const faults = new Faults();
  const slack = await startLocalSlack({
    clock,
    fault: ({ method }, run) => faults.apply(method, run),
  });
  const date = async () => (await fetch(`${slack.apiUrl}auth.test`)).headers.get('date');
  expect(await date()).toBe('Tue, 01 Dec 2026 17:00:00 GMT');
  clock.step({ minutes: 6 });
  expect(await date()).toBe('Tue, 01 Dec 2026 17:06:00 GMT');
  clock.step({ hours: -1 });
  faults.add({ on: 'auth.test', kind: 'server error' });
  expect(await date()).toBe('Tue, 01 Dec 2026 16:06:00 GMT');
  await slack.close();
});
