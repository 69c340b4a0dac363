import { expect, it } from 'vitest';
import { manualClock, steppableClock } from '../../sandbox/clock.ts';
import { ACTORS, CHANNEL, startServices } from '../../sandbox/world.ts';
import { at } from '../support/build.ts';

it('a clock that is stepped goes on with the one that it follows', () => {
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
