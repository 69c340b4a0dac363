import { describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, NOTES, ORGANIZERS, type World } from '../../sandbox/world.ts';
import { at } from '../support/build.ts';
import {
  ACTORS,
  biweekly,
  buttonIn,
  inWorld,
  replyOf,
  takeTurn,
  wordsOf,
} from '../support/world.ts';

const { member, organizer } = ACTORS;
const EVENTS = [biweekly('s', '2026-12-02T09:00')];
const SETTINGS = { events: EVENTS, env: { ORGANIZERS_CHANNEL: ORGANIZERS, MEETING_CARDS: 'off' } };
const TOPICS = 'Dec 2, 2026\nAgenda\n* KV cache routing\n* <!channel> & *bold* autoscaling\n';
const EMPTY = 'Dec 2, 2026\nAgenda\n*\nNov 18, 2026\nAgenda\n* Old topic\n';

type Clocked = Parameters<Parameters<typeof inWorld>[2]>[0];

async function runAt(world: Clocked, now: string): Promise<void> {
  world.clock.set(at(now));
  await world.bot.runJobs();
  await world.bot.runJobs();
}

const textsIn = ({ slack }: World, channel: string) =>
  slack.workspace
    .messages(channel)
    .filter(({ visibleTo }) => visibleTo === undefined)
    .map(wordsOf)
    // What a meeting still needs is told apart.
    .filter((text) => channel !== ORGANIZERS || /on the agenda|its agenda/u.test(text));

async function ask(
  { slack }: World,
  role: 'member' | 'organizer',
  line: string,
): Promise<StoredMessage> {
  return replyOf(await takeTurn(slack, role, `/wg-serving ${line}`));
}

describe('the agenda', () => {
  it('is in the reminder a day before, and in the answer, without harm', async () => {
    await inWorld('2026-11-30T09:00', SETTINGS, async (world) => {
      world.documents.set(NOTES, { text: TOPICS });
      await runAt(world, '2026-11-30T09:10');
      await runAt(world, '2026-12-01T09:01');
      const [reminder = ''] = textsIn(world, CHANNEL);
      expect(reminder).toMatch(/On the agenda.*• KV cache routing.*autoscaling/su);
      expect(reminder).not.toContain('<!channel>');
      expect(reminder).not.toContain('Something to discuss');
      expect(wordsOf(await ask(world, 'member', 'agenda'))).toMatch(/• KV cache routing/u);
      expect(textsIn(world, ORGANIZERS)).toEqual([]);
    });
  });

  it('that is empty is said, and organizers are asked whether to cancel, once', async () => {
    await inWorld('2026-11-30T09:00', SETTINGS, async (world) => {
      world.documents.set(NOTES, { text: EMPTY });
      await runAt(world, '2026-11-30T09:10');
      await runAt(world, '2026-12-01T09:01');
      expect(textsIn(world, CHANNEL)[0]).toMatch(/no topics were on the agenda.*Add yours to/su);
      await runAt(world, '2026-12-01T09:20');
      expect(textsIn(world, ORGANIZERS)).toEqual([
        expect.stringMatching(/Nothing is on the agenda.*Cancel it\?/su),
      ]);
      world.documents.set(NOTES, { text: TOPICS });
      await runAt(world, '2026-12-01T10:00');
      expect(textsIn(world, ORGANIZERS), 'edited').toEqual([]);
    });
  });

  it.each([
    [
      'private',
      (world: World) => world.documents.set(NOTES, { visibility: 'private' }),
      /only by those who sign in/u,
    ],
    [
      'without dates',
      (world: World) => world.documents.set(NOTES, { text: 'Just ideas' }),
      /can’t tell what is on it/u,
    ],
    [
      'of 20 MB',
      (world: World) => world.documents.set(NOTES, { text: 'x'.repeat(20_000_000) }),
      /can’t tell what is on it/u,
    ],
  ])('in notes that are %s is not claimed to be empty', async (_, change, answer) => {
    await inWorld('2026-11-30T09:00', SETTINGS, async (world) => {
      change(world);
      await runAt(world, '2026-12-01T09:01');
      expect(textsIn(world, CHANNEL)[0]).toContain('Something to discuss? Add your topic');
      expect(wordsOf(await ask(world, 'member', 'agenda'))).toMatch(answer);
      expect(textsIn(world, ORGANIZERS)).toEqual([]);
    });
  });
});

describe('a proposal', () => {
  const TITLE = 'Routing <!channel> by *KV cache*';

  async function propose(
    world: Clocked,
    changes: Readonly<Record<string, readonly string[]>> = {},
  ) {
    const { message } = await world.slack.say(member.id, CHANNEL, 'Secret words about routing');
    await world.slack.useShortcut(member.id, 'propose-for-agenda', message);
    const { modals } = world.slack.workspace;
    await expect.poll(() => modals.get(member.id)?.title).toBe('Propose a topic');
    expect(JSON.stringify(modals.get(member.id))).not.toContain('Secret words');
    return world.slack.submitModal(member.id, { title: [TITLE], ...changes });
  }

  it('is listed with its link, ticked off by an organizer, and deleted after the meeting', async () => {
    await inWorld('2026-11-30T09:00', SETTINGS, async (world) => {
      await world.bot.runJobs();
      expect((await propose(world)).errors).toEqual([]);
      const listed = await ask(world, 'member', 'agenda');
      expect(wordsOf(listed)).toMatch(/Proposed:.*Routing.*\|message>/su);
      expect(wordsOf(listed)).not.toMatch(/<!channel>|Secret words|Tick off/u);
      await runAt(world, '2026-12-01T09:01');
      expect(textsIn(world, CHANNEL).at(-1)).toMatch(/Proposed:.*Routing/su);
      const mine = await ask(world, 'organizer', 'agenda');
      await world.slack.press(organizer.id, mine, buttonIn(mine, 'Tick off'));
      const last = () => world.slack.workspace.messages(CHANNEL).at(-1);
      await expect.poll(() => JSON.stringify(last())).toContain('Ticked off');
      expect(wordsOf(await ask(world, 'member', 'agenda'))).not.toContain('Routing');
      await runAt(world, '2026-12-03T10:00');
      expect(wordsOf(await ask(world, 'organizer', 'agenda'))).not.toContain('Routing');
    });
  });

  it('is checked, and kept once however often it is submitted', async () => {
    await inWorld('2026-11-30T09:00', SETTINGS, async (world) => {
      await world.bot.runJobs();
      expect((await propose(world, { title: ['  '] })).errors).toEqual([
        expect.stringContaining('few words'),
      ]);
      expect((await world.slack.submitModal(member.id, { title: ['One'] })).errors).toEqual([]);
      await propose(world, { title: ['Two'] });
      expect(wordsOf(await ask(world, 'member', 'agenda')).match(/• (?:One|Two)/gu)).toHaveLength(
        2 * 2,
      );
    });
  });

  it('made an hour ago is still taken, but not for a meeting that has begun', async () => {
    await inWorld('2026-12-02T08:30', SETTINGS, async (world) => {
      await world.bot.runJobs();
      const { message } = await world.slack.say(member.id, CHANNEL, 'About routing');
      await world.slack.useShortcut(member.id, 'propose-for-agenda', message);
      await expect
        .poll(() => world.slack.workspace.modals.get(member.id)?.title)
        .toBe('Propose a topic');
      world.clock.set(at('2026-12-02T09:30'));
      expect((await world.slack.submitModal(member.id, { title: ['Late'] })).errors).toEqual([
        expect.stringContaining('has begun'),
      ]);
    });
  });

  it('is deleted at once by “forget me”', async () => {
    await inWorld('2026-11-30T09:00', SETTINGS, async (world) => {
      await world.bot.runJobs();
      await propose(world);
      await ask(world, 'member', 'forget me');
      expect(wordsOf(await ask(world, 'member', 'agenda'))).not.toContain('Routing');
    });
  });

  it('from a direct message has no link', async () => {
    await inWorld('2026-11-30T09:00', SETTINGS, async (world) => {
      await world.bot.runJobs();
      const direct = world.slack.workspace.directChannel(member.id);
      const { message } = await world.slack.say(member.id, direct, 'thanks');
      await world.slack.useShortcut(member.id, 'propose-for-agenda', message);
      await expect
        .poll(() => JSON.stringify(world.slack.workspace.modals.get(member.id) ?? ''))
        .toContain('not linked');
      await world.slack.submitModal(member.id, { title: ['Private'] });
      expect(wordsOf(await ask(world, 'member', 'agenda'))).not.toContain('|message>');
    });
  });
});
