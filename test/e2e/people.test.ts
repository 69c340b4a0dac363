import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, type World } from '../../sandbox/world.ts';
import { actions } from '../../src/messages/blocks.ts';
import { remindMeButton } from '../../src/messages/remind-me-button.ts';
import { at, meeting } from '../support/build.ts';
import { ACTORS, biweekly, inWorld, replyOf, takeTurn, wordsOf } from '../support/world.ts';

// Before the first reminder is due, so that only answers are posted.
const NOW = '2026-12-01T08:30';
const events = [biweekly('s', '2026-12-02T09:00')];
const member = ACTORS.member.id;
const organizer = ACTORS.organizer.id;
const direct = `D${member.slice(1)}`;

function seenByAll({ slack }: World): StoredMessage[] {
  return slack.workspace
    .messages(CHANNEL)
    .filter(({ isBot, visibleTo }) => isBot && visibleTo === undefined);
}

function seenBy({ slack }: World, userId: string, channel = CHANNEL): StoredMessage[] {
  return slack.workspace.messages(channel).filter(({ visibleTo }) => visibleTo === userId);
}

async function settingsOf({ slack }: World): Promise<string> {
  return replyOf(await takeTurn(slack, 'member', '/wg-serving remind')).text;
}

/** A message from the bot for everyone, with something to press. */
function posted({ slack }: World, blocks: StoredMessage['blocks'], threadTs?: string) {
  const message = { channel: CHANNEL, user: 'U0WGSERVING', isBot: true, text: 'posted', blocks };
  return slack.workspace.post({ ...message, ...(threadTs !== undefined && { threadTs }) });
}

describe('personal reminders in a channel', () => {
  it.each([
    '@wg-serving remind me 15m',
    '@wg-serving 15 minutes before please',
    '@wg-serving remind',
    '@wg-serving ask my reminders',
    '@wg-serving remind me 99d',
    '@wg-serving what do you know about me',
  ])('%s is answered only to the asker', async (text) => {
    await inWorld(NOW, { events }, async (world) => {
      const reply = replyOf(await takeTurn(world.slack, 'member', text));
      expect(reply.visibleTo).toBe(member);
      expect(seenByAll(world)).toEqual([]);
    });
  });

  it('stay private in the thread where they were requested', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { message: root } = await world.slack.say(organizer, CHANNEL, 'hello all');
      await world.slack.say(member, CHANNEL, '@wg-serving remind me 15m', root.ts);
      await expect.poll(() => seenBy(world, member)).toMatchObject([{ threadTs: root.ts }]);
    });
  });

  it('follow each edit of the message', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { message } = await slack.say(member, CHANNEL, '@wg-serving remind me 15m');
      await expect.poll(() => seenBy(world, member)).toHaveLength(1);
      await slack.edit(message, '@wg-serving remind me 20m');
      await expect.poll(() => seenBy(world, member)).toHaveLength(2);
      await slack.edit(message, '@wg-serving stop reminding me');
      await expect.poll(() => seenBy(world, member)).toHaveLength(3);
      expect(await settingsOf(world)).toContain('are off');
      expect(seenByAll(world)).toEqual([]);
    });
  });

  it('do not appear in a public answer when its question is edited to ask for them', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { message } = await slack.say(member, CHANNEL, '@wg-serving organizers');
      await expect.poll(() => seenByAll(world)).toHaveLength(1);
      await slack.edit(message, '@wg-serving remind me 15m');
      await expect.poll(() => seenBy(world, member)).toHaveLength(1);
      expect(seenByAll(world).map(wordsOf).join()).not.toContain('15 minutes');
    });
  });

  it('are not stopped by someone else pressing their button', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const mine = replyOf(await takeTurn(slack, 'member', '@wg-serving remind me 15m'));
      await takeTurn(slack, 'organizer', '/wg-serving remind me 1h');
      await slack.press(organizer, mine, 'stop-reminders');
      await expect
        .poll(() => seenBy(world, organizer).map(wordsOf).join())
        .toContain('works only for the person who asked');
      expect(await settingsOf(world)).toContain('15 minutes before');
      const theirs = replyOf(await takeTurn(slack, 'organizer', '/wg-serving remind')).text;
      expect(theirs).toContain('1 hour before');
    });
  });

  it('are not stopped by a public button from before buttons had owners', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const text = { type: 'plain_text', text: 'Stop these' } as const;
      const stop = { type: 'button', text, action_id: 'stop-reminders', value: 'all' } as const;
      await takeTurn(world.slack, 'member', '/wg-serving remind me 15m');
      await world.slack.press(
        member,
        posted(world, [{ type: 'actions', elements: [stop] }]),
        'stop-reminders',
      );
      await expect
        .poll(() => seenBy(world, member).map(wordsOf).join())
        .toContain('works only for');
      expect(await settingsOf(world)).toContain('15 minutes before');
    });
  });
});

describe('an unknown name', () => {
  it('prompts a question, and a press sets the choice and replaces the question', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const asked = replyOf(
        await takeTurn(slack, 'member', '/wg-serving remind me 10m for kueue sync'),
      );
      expect(await settingsOf(world)).toContain('are off');
      await slack.press(member, asked, 'choose-reminder-0-0');
      const shown = () => seenBy(world, member).map(wordsOf).join();
      await expect.poll(shown).toContain('10 minutes before meetings named *WG Serving Weekly');
      expect(shown()).not.toContain('which meeting *kueue*');
      // The settings before it, and this.
      expect(seenBy(world, member)).toHaveLength(2);
    });
  });

  it('cannot be chosen by someone else', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const asked = replyOf(
        await takeTurn(slack, 'member', '/wg-serving remind me 10m for kueue sync'),
      );
      await slack.press(organizer, asked, 'choose-reminder-0-0');
      await expect.poll(() => slack.calls.length).toBeGreaterThan(0);
      const theirs = replyOf(await takeTurn(slack, 'organizer', '/wg-serving remind')).text;
      expect(theirs).toContain('are off');
      expect(await settingsOf(world)).toContain('are off');
    });
  });
});

describe('Remind me under a message', () => {
  const button = actions([remindMeButton(meeting('2026-12-02T09:00', { id: 'unknown' }))]);
  const blocks = JSON.parse(JSON.stringify(button));

  it('is answered to the person who presses it, in the message’s thread', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const { message: root } = await slack.say(organizer, CHANNEL, 'when is it?');
      const inThread = posted(world, blocks, root.ts);
      await slack.press(member, inThread, 'remind-me');
      await expect.poll(() => seenBy(world, member)).toMatchObject([{ threadTs: root.ts }]);
      expect(seenBy(world, member)[0]?.text).toContain('10 minutes before meetings named *WG');
      expect(seenByAll(world)).toHaveLength(1);
      expect(await settingsOf(world)).toContain('10 minutes before');
    });
  });

  it('brings the reminder', async () => {
    const env = { REMINDER_CRON: '* * * * * *', CALENDAR_CRON: '* * * * * *' };
    await inWorld(NOW, { events, env }, async (world) => {
      const { slack, clock } = world;
      await slack.press(member, posted(world, blocks), 'remind-me');
      await expect.poll(() => seenBy(world, member)).toHaveLength(1);
      clock.set(at('2026-12-02T08:50'));
      const received = () => slack.workspace.messages(direct).filter(({ isBot }) => isBot);
      await expect.poll(received).toHaveLength(1);
      expect(received()[0]?.text).toContain('WG Serving Weekly Meeting');
    });
  });
});

describe('small talk', () => {
  it.each(['@wg-serving hello', 'good morning'])(
    '%s gets one sentence with three buttons',
    async (text) => {
      await inWorld(NOW, { events }, async ({ slack }) => {
        const reply = replyOf(await takeTurn(slack, 'member', text));
        expect(reply.blocks).toHaveLength(2);
        expect(reply.text.match(/[.?!](\s|$)/gu)).toHaveLength(1);
        expect(wordsOf(reply).match(/"ask-/gu)).toHaveLength(3);
      });
    },
  );

  it.each(['ok', '👍', ':+1:', 'got it', '@wg-serving ok', '@wg-serving :tada:'])(
    '%s gets no message',
    async (text) => {
      await inWorld(NOW, { events }, async ({ slack }) => {
        const turn = await takeTurn(slack, 'member', text);
        expect(turn).toMatchObject({ replies: [], reaction: '+1' });
      });
    },
  );

  it('a button under a greeting is answered in its thread, to the person who presses it', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack } = world;
      const greeting = replyOf(await takeTurn(slack, 'organizer', '@wg-serving hello'));
      await slack.press(member, greeting, 'ask-help');
      await expect
        .poll(() => seenBy(world, member))
        .toMatchObject([{ threadTs: greeting.threadTs }]);
      expect(wordsOf(seenBy(world, member)[0] ?? greeting)).toContain('/wg-serving organizers');
      expect(seenByAll(world)).toHaveLength(1);
    });
  });

  it('a button under a greeting in direct messages gets a lasting answer', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const greeting = replyOf(await takeTurn(slack, 'member', 'hello'));
      await slack.press(member, greeting, 'ask-next-meeting');
      const answers = () =>
        slack.workspace.messages(direct).filter(({ isBot, ts }) => isBot && ts > greeting.ts);
      await expect.poll(answers).toHaveLength(1);
      expect(answers()[0]).not.toHaveProperty('visibleTo');
      expect(answers()[0]).not.toHaveProperty('threadTs');
    });
  });
});

describe('help', () => {
  it.each(['@wg-serving help', '@wg-serving', '@wg-serving what can I ask you?'])(
    '%j in public is short, and says nothing false',
    async (text) => {
      await inWorld(NOW, { events }, async ({ slack }) => {
        const reply = replyOf(await takeTurn(slack, 'member', text));
        const said = reply.blocks.filter(({ type }) => type !== 'context_actions');
        expect(said).toHaveLength(2);
        expect(wordsOf(reply)).not.toContain('until you press');
      });
    },
  );

  it.each([
    ['help', false],
    ['/wg-serving help', true],
  ])('%s lists everything by task', async (text, mayShare) => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const words = wordsOf(replyOf(await takeTurn(slack, 'member', text)));
      for (const task of ['Meetings', 'The group', 'Reminders', 'This bot'])
        expect(words).toContain(`*${task}*`);
      expect(words.includes('until you press Share in channel')).toBe(mayShare);
    });
  });
});

describe('Share in channel', () => {
  it('works once a minute for each person, and says so to the person who pressed', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const { slack, clock } = world;
      const share = async (role: 'member' | 'organizer') => {
        const answer = replyOf(await takeTurn(slack, role, '/wg-serving organizers'));
        await slack.press(ACTORS[role].id, answer, 'share-in-channel');
      };
      await share('member');
      await expect.poll(() => seenByAll(world)).toHaveLength(1);
      await share('member');
      await expect
        .poll(() => seenBy(world, member).map(({ text }) => text))
        .toContainEqual(expect.stringContaining('less than a minute ago'));
      await share('organizer');
      await expect.poll(() => seenByAll(world)).toHaveLength(2);
      clock.set(at('2026-12-01T08:31'));
      await share('member');
      await expect.poll(() => seenByAll(world)).toHaveLength(3);
    });
  });

  it.each(['status', 'hello', 'remind', 'what do you know about me'])(
    'is not offered for %s',
    async (text) => {
      await inWorld(NOW, { events }, async ({ slack }) => {
        const reply = replyOf(await takeTurn(slack, 'organizer', `/wg-serving ${text}`));
        expect(wordsOf(reply)).not.toContain('share-in-channel');
      });
    },
  );

  it('status asked in public is shown only to the organizer', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const reply = replyOf(await takeTurn(world.slack, 'organizer', '@wg-serving status'));
      expect(reply.visibleTo).toBe(organizer);
      expect(seenByAll(world)).toEqual([]);
    });
  });
});

describe('someone who opens the Home tab', () => {
  it('gets paused reminders again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'people-test-'));
    const path = join(folder, 'bot.sqlite');
    const env = { DATABASE_URL: `file:${path}` };
    await inWorld(NOW, { events, env }, async (world) => {
      await takeTurn(world.slack, 'member', '/wg-serving remind me 15m');
      const database = new DatabaseSync(path);
      database.exec("update subscriptions set paused_at = '2026-11-01T00:00:00.000Z'");
      const isPaused = () => database.prepare('select paused_at from subscriptions').get();
      await world.slack.openHome(member);
      await expect.poll(isPaused).toEqual({ paused_at: null });
      database.close();
    });
    await rm(folder, { recursive: true });
  });

  it('immediately sees what pressing Remind me there has set', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      await slack.openHome(member);
      const home = () => JSON.stringify(slack.workspace.homes.get(member) ?? '');
      await expect.poll(home).toContain('remind-me');
      await slack.press(member, 'home', 'remind-me');
      await expect.poll(home).toContain('10 minutes before meetings named *WG Serving Weekly');
    });
  });
});
