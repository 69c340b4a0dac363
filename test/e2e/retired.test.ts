import { afterEach, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { ACTORS, CHANNEL, ORGANIZERS, startWorld, type World } from '../../sandbox/world.ts';
import { at, memoryLogger } from '../support/build.ts';
import { biweekly, replyOf, takeTurn, wordsOf } from '../support/world.ts';

const clock = manualClock(at('2026-12-01T08:30'));
const member = ACTORS.member.id;
const events = [biweekly('s', '2026-12-02T09:00')];

let world: World;
afterEach(() => world.close());

async function start(retired: boolean) {
  clock.set(at('2026-12-01T08:30'));
  const { logger, lines } = memoryLogger();
  const env = { ORGANIZERS_CHANNEL: ORGANIZERS };
  world = await startWorld({ clock, events, retired, keepsStore: true, env }, logger);
  return lines;
}

function postedIn(channel: string) {
  return world.slack.workspace
    .messages(channel)
    .filter(({ isBot, visibleTo }) => isBot && visibleTo === undefined);
}

async function at10To(day: string) {
  clock.set(at(`${day}T08:50`));
  await world.bot.runJobs();
}

it('a retired group posts nothing anywhere, and its archived channel is no error', async () => {
  const lines = await start(true);
  world.slack.workspace.channels.delete(CHANNEL);
  await world.restart();
  await at10To('2026-12-02');
  expect([...postedIn(CHANNEL), ...postedIn(ORGANIZERS)]).toEqual([]);
  const troubles = lines.filter(({ level }) => Number(level) >= 40);
  // This world has no YouTube.
  expect(troubles.filter((line) => !JSON.stringify(line).includes('playlist'))).toEqual([]);
  const direct = `D${member.slice(1)}`;
  await world.slack.say(member, direct, 'next meeting');
  await expect.poll(() => JSON.stringify(postedIn(direct))).toContain('retired in February 2026');
  expect(JSON.stringify(postedIn(direct))).toContain('WG Serving Weekly Meeting');
});

it('reminders of channel and people end when it retires, and go on without repeats if that was a mistake', async () => {
  await start(false);
  await takeTurn(world.slack, 'member', '/wg-serving remind me 10m');
  await at10To('2026-12-02');
  const ofMeetings = () => postedIn(CHANNEL).filter(({ text }) => text.includes('Weekly Meeting'));
  expect(ofMeetings()).toHaveLength(1);

  await world.setRetired(true);
  await world.restart();
  await at10To('2026-12-16');
  expect(ofMeetings()).toHaveLength(1);
  expect(postedIn(`D${member.slice(1)}`)).toHaveLength(1);
  expect(
    wordsOf(replyOf(await takeTurn(world.slack, 'member', '/wg-serving remind me 5m'))),
  ).toContain('no reminders of it any more');

  await world.setRetired(false);
  await world.restart();
  await at10To('2026-12-16');
  expect(ofMeetings()).toHaveLength(2);
  expect(postedIn(`D${member.slice(1)}`)).toHaveLength(2);
});
