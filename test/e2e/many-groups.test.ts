import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { ACTORS, type Services, startServices } from '../../sandbox/world.ts';
import { type Bot, startBot } from '../../src/app/bot.ts';
import { CHOOSE_GROUP_ACTION } from '../../src/commands/which-group-message.ts';
import { parseConfig } from '../../src/config/config.ts';
import { at, memoryLogger, silent } from '../support/build.ts';
import {
  addChannels,
  groupFolder,
  type MadeGroup,
  madeGroups,
  weeklyOf,
} from '../support/many-groups.ts';
import { wordsOf } from '../support/world.ts';

const NOW = '2026-12-01T10:00';
const member = ACTORS.member.id;
const direct = `D${member.slice(1)}`;

interface Town extends Services {
  readonly bot: Bot;
  readonly clock: ReturnType<typeof manualClock>;
  /** Calendars that Google refuses to serve. */
  readonly broken: Set<string>;
}

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  closing = [];
});

/** An app with these groups, each in its channel, with its calendar. */
async function town(
  groups: readonly MadeGroup[],
  given: { logger?: Logger; now?: string } = {},
): Promise<Town> {
  const clock = manualClock(at(given.now ?? NOW));
  const broken = new Set<string>();
  const folder = await groupFolder(groups);
  closing.push(folder.remove);
  const services = await startServices({
    clock,
    events: [],
    google: {
      calendars: new Map(groups.map((one) => [one.calendarId, weeklyOf(one)])),
      fault: (url, run) =>
        [...broken].some((id) => url.pathname.includes(encodeURIComponent(id)))
          ? { status: 500, body: 'broken' }
          : run(),
    },
    env: { GROUPS: folder.path, SLACK_CHANNEL_ID: '' },
  });
  closing.push(services.close);
  addChannels(services, groups);
  const bot = await startBot(parseConfig(services.env), clock, given.logger ?? silent);
  closing.push(bot.stop);
  return { ...services, bot, clock, broken };
}

async function slash({ slack }: Town, channel: string, text: string, user: string = member) {
  const result = await slack.slash(user, channel, `/wg-serving ${text}`);
  if (!result.ok) throw new Error(`${text}: ${result.error}`);
  if (!result.message) throw new Error(`no answer to ${text}`);
  return result.message;
}

async function tell({ slack }: Town, channel: string, text: string): Promise<StoredMessage> {
  const before = slack.workspace.messages(channel).length;
  await slack.say(member, channel, text);
  const answer = () =>
    slack.workspace
      .messages(channel)
      .slice(before)
      .find(({ isBot }) => isBot);
  await expect.poll(answer).toBeDefined();
  const found = answer();
  if (!found) throw new Error('no answer');
  return found;
}

function postsIn({ slack }: Town, channel: string): StoredMessage[] {
  return slack.workspace.messages(channel).filter(({ isBot, visibleTo }) => isBot && !visibleTo);
}

const all = madeGroups(35);
const [one, two, three] = madeGroups(3) as [MadeGroup, MadeGroup, MadeGroup];

describe('thirty-five groups', () => {
  it('are each answered for in their own channel, reminded in one minute, and outlive a broken calendar', async () => {
    const place = await town(all);
    for (const group of all) {
      const words = wordsOf(await slash(place, group.channel, 'next-meeting'));
      expect(words).toContain(`"${group.title}"`);
      const others = all.filter((other) => other !== group && words.includes(`${other.title}"`));
      expect(others).toEqual([]);
    }

    place.clock.set(at('2026-12-02T08:50'));
    await place.bot.runJobs();
    for (const group of all) {
      const posts = postsIn(place, group.channel).filter(({ text }) => text.includes(group.title));
      expect(posts, group.id).toHaveLength(1);
    }

    const victim = all[17] as MadeGroup;
    place.broken.add(victim.calendarId);
    place.clock.set(at('2026-12-09T08:50'));
    await place.bot.runJobs();
    for (const group of all) {
      const words = wordsOf(await slash(place, group.channel, 'next-meeting'));
      expect(words.includes('This may be out of date'), group.id).toBe(group === victim);
    }
    // What its last copy tells is posted too.
    expect(postsIn(place, victim.channel)).toHaveLength(2);
  });
});

describe('whom a request is for', () => {
  it('the group that it names, wherever it is asked, and the answer says whose it is', async () => {
    const place = await town([one, two, three]);
    for (const text of [
      `next-meeting ${two.id}`,
      `when does ${two.name} meet?`,
      'next-meeting architecture',
    ]) {
      const words = wordsOf(await slash(place, one.channel, text));
      expect(words, text).toContain(two.title);
      expect(words).toContain(`For *${two.name}*`);
    }
  });

  it('not this one, when it names a group that is not served', async () => {
    const place = await town([one, two]);
    const words = wordsOf(await slash(place, one.channel, 'when does SIG Node meet?'));
    expect(words).toContain('I know nothing about SIG Node');
    expect(words).not.toContain(one.title);
  });

  it('unknown in a direct message: a menu asks, answers what was asked, and remembers', async () => {
    const place = await town([one, two]);
    const menu = await tell(place, direct, 'when is the next meeting?');
    expect(menu.text).toContain('Which group is that about?');
    await place.slack.press(member, menu, CHOOSE_GROUP_ACTION, [two.id]);
    await expect
      .poll(() => JSON.stringify(place.slack.workspace.messages(direct)))
      .toContain(two.title);

    const again = wordsOf(await tell(place, direct, 'agenda'));
    expect(again).toContain(`https://docs.example/${two.id}`);
    expect(again).toContain('the group that you chose');

    const stored = wordsOf(await tell(place, direct, 'what do you know about me'));
    expect(stored).toContain(`The group you chose is ${two.name}`);
    await tell(place, direct, 'forget me');
    expect((await tell(place, direct, 'agenda')).text).toContain('Which group');
  });

  it('unknown to a mention elsewhere: what one person chose does not answer for all', async () => {
    const place = await town([one, two]);
    place.slack.workspace.addChannel('C0RANDOM', 'random', [member, 'U0WGSERVING']);
    const menu = await tell(place, 'C0RANDOM', '@wg-serving when is the next meeting?');
    expect(menu.text).toContain('Which group is that about?');
    expect((await tell(place, 'C0RANDOM', `@wg-serving agenda of ${one.name}`)).text).toContain(
      one.name,
    );
  });

  it('help and greetings ask for no group', async () => {
    const place = await town([one, two]);
    expect((await tell(place, direct, 'help')).text).not.toContain('Which group');
    expect((await tell(place, direct, 'hello')).text).not.toContain('Which group');
  });
});

describe('the Home tab', () => {
  it('has a menu of the groups, and shows the chosen one', async () => {
    const place = await town([one, two]);
    const home = () => JSON.stringify(place.slack.workspace.homes.get(member));
    await place.slack.openHome(member);
    await expect.poll(home).toContain('Which group do you want to see here?');
    await place.slack.press(member, 'home', CHOOSE_GROUP_ACTION, [two.id]);
    await expect.poll(home).toContain(two.title);
    await place.slack.press(member, 'home', 'home-leads', ['15']);
    await expect.poll(home).toContain('Stop these');
    expect(wordsOf(await slash(place, two.channel, 'remind'))).toContain('15 minutes before');
    expect(wordsOf(await slash(place, one.channel, 'remind'))).toContain('are off');
  });
});

describe('personal reminders', () => {
  it('are each group’s own, and the button of a message stops that group’s', async () => {
    const place = await town([one, two]);
    await slash(place, one.channel, 'remind me 15m');
    await slash(place, two.channel, 'remind me 15m');
    place.clock.set(at('2026-12-02T08:46'));
    await place.bot.runJobs();
    const sent = place.slack.workspace.messages(direct);
    expect(sent.filter(({ text }) => text.includes(two.title))).toHaveLength(1);
    const ofTwo = sent.find(({ text }) => text.includes(two.title));
    if (!ofTwo) throw new Error('no reminder');
    // Many groups call it “Regular SIG Meeting”.
    expect(wordsOf(ofTwo)).toContain(`For *${two.name}*`);
    await place.slack.press(member, ofTwo, 'stop-reminders');
    await expect
      .poll(async () => wordsOf(await slash(place, two.channel, 'remind')))
      .toContain('are off');
    expect(wordsOf(await slash(place, one.channel, 'remind'))).toContain('15 minutes before');
  });
});

describe('trouble', () => {
  it('with one file stops the start, with its name', async () => {
    const bad = { ...two, file: { ...two.file, page: 'http://insecure.example' } };
    await expect(town([one, bad])).rejects.toThrow(`${two.id}.yaml: page: must be a link`);
  });

  it('with one channel is that group’s: told in its status, while the other is reminded', async () => {
    const { logger, lines } = memoryLogger();
    const gone = { ...two, file: { ...two.file, channels: ['C0NOWHERE'] } };
    const place = await town([one, gone], { logger });
    expect(lines.filter(({ msg }) => msg === 'check')).toMatchObject([
      { about: `reminders of ${two.id}`, says: expect.stringContaining('C0NOWHERE') },
    ]);
    place.clock.set(at('2026-12-02T08:50'));
    await place.bot.runJobs();
    expect(postsIn(place, one.channel)).toHaveLength(1);
  });

  it('with a calendar holds no other group up', async () => {
    const place = await town([one, two]);
    place.broken.add(one.calendarId);
    place.clock.set(at('2026-12-02T08:50'));
    await place.bot.runJobs();
    await sleep(0);
    expect(postsIn(place, two.channel)).toHaveLength(1);
  });
});
