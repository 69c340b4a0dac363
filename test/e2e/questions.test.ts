import { describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, type World } from '../../sandbox/world.ts';
import { at, group, regular } from '../support/build.ts';
import { ACTORS, biweekly, inWorld, replyOf, takeTurn, wordsOf } from '../support/world.ts';

// Before the first reminder is due, so that only answers are posted.
const NOW = '2026-12-01T08:30';
const events = [biweekly('s', '2026-12-02T09:00')];
const member = ACTORS.member.id;
const direct = `D${member.slice(1)}`;
const { workstreams } = group();
const AUTOSCALING = workstreams[0]?.doc ?? '';
const MULTI_NODE = workstreams[1]?.doc ?? '';

function repliesIn({ slack }: World, channel = CHANNEL): StoredMessage[] {
  return slack.workspace.messages(channel).filter(({ isBot }) => isBot);
}

/** Asks something else and waits for its answer, so that everything before it is finished. */
async function settle(world: World): Promise<void> {
  await takeTurn(world.slack, 'organizer', 'recordings');
}

describe('a question', () => {
  it.each([
    ['@wg-serving where is the autoscaling doc?', AUTOSCALING],
    ["where's the multi-node doc", MULTI_NODE],
    ['/wg-serving ask zoom link pls', regular().join],
    ['/wg-serving who runs this?', 'Yuan Tang'],
    ['/wg-serving how do I get the invites', 'Give the invitations some time'],
    ['@wg-serving which SIGs', 'Instrumentation'],
    ['host key?', 'claim host'],
    ['/wg-serving meeting notes', regular().agenda],
  ])('%s is answered', async (text, answer) => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const reply = replyOf(await takeTurn(slack, 'member', text));
      expect(wordsOf(reply)).toContain(answer);
      expect(wordsOf(reply), 'the source').toMatch(
        /page of WG Serving|group page|calendar, read|The document knows/,
      );
    });
  });

  it.each([
    '@wg-serving what was decided about DRA',
    '/wg-serving ask who won the game',
    'why is my pod pending',
  ])('%s leads to the organizers and the notes document', async (text) => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const words = wordsOf(replyOf(await takeTurn(slack, 'member', text)));
      expect(words).toContain("I don't know the answer to that");
      expect(words).toContain('Eduardo Arango');
      expect(words).toContain(regular().agenda);
    });
  });

  it('about two things gets both', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const text = '@wg-serving docs for autoscaling and multi-node please';
      const words = wordsOf(replyOf(await takeTurn(slack, 'member', text)));
      expect(words).toContain(AUTOSCALING);
      expect(words).toContain(MULTI_NODE);
    });
  });

  it('about a meeting that is not in the calendar is told so', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const text = 'when does orchestration meet?';
      const reply = replyOf(await takeTurn(slack, 'member', text));
      expect(reply.text).toContain('no meeting of the name *Orchestration* ahead');
    });
  });
});

describe('etiquette', () => {
  it('bolt-js#2487: a mention that is delivered again, and also as a message, is answered once', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { event, message } = await slack.say(member, CHANNEL, '@wg-serving organizers');
      const inner = { channel: CHANNEL, user: member, text: message.text, ts: message.ts };
      const asMessage = { type: 'message', channel_type: 'channel', ...inner };
      await slack.deliver('events_api', { ...event });
      await slack.deliver('events_api', { ...event, event_id: 'Ev2', event: asMessage });
      await settle(world);
      await expect.poll(() => repliesIn(world)).toHaveLength(1);
    });
  });

  it('what another bot, Slackbot or itself says is left alone', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { event, message } = await slack.say(member, CHANNEL, '@wg-serving organizers');
      const common = { type: 'app_mention', channel: CHANNEL, text: message.text };
      const others = [
        { ...common, user: member, ts: '9.000001', bot_id: 'B1' },
        { ...common, user: 'U0WGSERVING', ts: '9.000002' },
        { ...common, user: 'USLACKBOT', ts: '9.000003' },
        { ...common, user: member, ts: '9.000004', subtype: 'bot_message' },
        { ...common, user: member, ts: '9.000005', bot_profile: { name: 'other' } },
      ];
      for (const other of others) await slack.deliver('events_api', { ...event, event: other });
      await settle(world);
      await expect.poll(() => repliesIn(world)).toHaveLength(1);
    });
  });

  it('it stays silent in a thread where nobody asked it', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { message: asked } = await slack.say(member, CHANNEL, '@wg-serving organizers');
      await slack.say(member, CHANNEL, 'and where is the agenda?', asked.ts);
      const { message: other } = await slack.say(member, CHANNEL, 'who has the agenda?');
      const inThread = { channel: CHANNEL, user: member, text: 'agenda?', thread_ts: other.ts };
      await slack.deliver('events_api', {
        type: 'event_callback',
        event: { type: 'message', channel_type: 'channel', ts: '9.000001', ...inThread },
      });
      await settle(world);
      await expect.poll(() => repliesIn(world).map(({ threadTs }) => threadTs)).toEqual([asked.ts]);
    });
  });

  it.each([
    ['a mention', CHANNEL, '@wg-serving '],
    ['a direct message', direct, ''],
  ])('when %s is edited, so is its answer', async (_, channel, prefix) => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { message } = await slack.say(member, channel, `${prefix}who runs this?`);
      await expect.poll(() => repliesIn(world, channel)).toHaveLength(1);
      await slack.edit(message, `${prefix}where is the autoscaling doc?`);
      const words = () => repliesIn(world, channel).map(wordsOf).join();
      await expect.poll(words).toContain(AUTOSCALING);
      expect(repliesIn(world, channel)).toMatchObject([{ edited: true }]);
    });
  });

  it('an edit during answering causes no second answer', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { message } = await slack.say(member, CHANNEL, '@wg-serving who runs this?');
      await slack.edit(message, '@wg-serving where is the autoscaling doc?');
      await settle(world);
      const toIt = () => repliesIn(world).filter(({ threadTs }) => threadTs === message.ts);
      await expect.poll(() => toIt().map(wordsOf).join()).toContain(AUTOSCALING);
      expect(toIt()).toHaveLength(1);
    });
  });

  it('a message that only mentions it after an edit is answered', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { message } = await world.slack.say(member, CHANNEL, 'who runs this?');
      await world.slack.edit(message, '@wg-serving who runs this?');
      await expect.poll(() => repliesIn(world)).toMatchObject([{ threadTs: message.ts }]);
    });
  });

  it.each(['@wg-serving thanks!', 'thank you so much', '@wg-serving thx, that helped'])(
    '%s gets a reaction and no message',
    async (text) => {
      await inWorld(NOW, { events }, async ({ slack }) => {
        expect(await takeTurn(slack, 'member', text)).toMatchObject({
          replies: [],
          reaction: 'heart',
        });
      });
    },
  );

  it('thanks that become a question are answered, and the answer follows further edits', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { message } = await slack.say(member, CHANNEL, '@wg-serving thanks');
      const { event } = await slack.edit(message, '@wg-serving thanks, who runs this?');
      await expect.poll(() => repliesIn(world)).toHaveLength(1);
      await slack.deliver('events_api', { ...event });
      await slack.edit(message, '@wg-serving where is the autoscaling doc?');
      await expect.poll(() => repliesIn(world).map(wordsOf).join()).toContain(AUTOSCALING);
      expect(repliesIn(world)).toHaveLength(1);
    });
  });

  it('thanks with a question is a question', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const text = '@wg-serving thanks! and where is the agenda?';
      expect(wordsOf(replyOf(await takeTurn(slack, 'member', text)))).toContain(regular().agenda);
    });
  });

  it('a long answer is shortened the second time', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const ask = async () =>
        replyOf(await takeTurn(world.slack, 'member', '@wg-serving how do I host a meeting?'));
      const first = await ask();
      const second = await ask();
      expect(second.text.length).toBeLessThan(first.text.length * 0.6);
      expect(wordsOf(second)).toContain('Ask the chairs');
    });
  });

  it('what was answered a moment ago is answered briefly, with a way to the full answer', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack, clock } = world;
      const ask = async (role: 'member' | 'organizer') =>
        replyOf(await takeTurn(slack, role, '@wg-serving when do we meet next?'));
      const first = await ask('member');
      clock.set(at('2026-12-01T08:35'));
      const second = await ask('organizer');
      expect(second.blocks.length).toBeLessThan(first.blocks.length);
      expect(wordsOf(second)).toContain(regular().join);
      expect(wordsOf(second)).toContain(`p${first.ts.replace('.', '')}`);
      clock.set(at('2026-12-01T08:50'));
      expect((await ask('member')).blocks).toHaveLength(first.blocks.length);
    });
  });
});
