import { describe, expect, it } from 'vitest';
import { CHANNEL } from '../../sandbox/world.ts';
import { at, memoryLogger, regular } from '../support/build.ts';
import { ACTORS, biweekly, event, inWorld, replyOf, takeTurn, wordsOf } from '../support/world.ts';

// Before the first reminder is due, so that only answers are posted.
const NOW = '2026-12-01T08:30';
const events = [biweekly('s', '2026-12-02T09:00')];
const member = ACTORS.member.id;

describe('a slash command', () => {
  it('is answered privately in its acknowledgement, with both links', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const before = slack.calls.length;
      const result = await slack.slash(member, CHANNEL, '/wg-serving next-meeting');
      const words = result.ok && result.message ? wordsOf(result.message) : '';
      expect(words).toContain(regular().join);
      expect(words).toContain(regular().agenda);
      expect(words).toContain(`<!date^${at('2026-12-02T09:00').toSeconds()}^`);
      expect(result.ok && result.message?.visibleTo).toBe(member);
      expect(slack.calls.length, 'calls of the Web API').toBe(before);
    });
  });

  it.each([
    'x'.repeat(8000),
    `next-meeting ${'<!channel>'.repeat(800)}`,
    '<!channel> <@U123> <https://evil.example|zoom>',
    '\u0000\u0007\u202E',
    '🦄🏳️‍🌈'.repeat(100),
    'פגישה הבאה',
    'help <!everyone>',
    'workstreams <!here>',
    'upcoming 99999999999999999999',
    '__proto__',
    'constructor',
    '&lt;!channel&gt;',
  ])('%# of hostile text is answered harmlessly', async (text) => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const reply = replyOf(await takeTurn(slack, 'member', `/wg-serving ${text}`));
      expect(wordsOf(reply)).not.toMatch(/<!(channel|here|everyone)|<@U123|<https:\/\/evil/);
      expect(reply.text).not.toMatch(/^Sorry/);
    });
  });

  it('shows a person who types what they typed', async () => {
    await inWorld(NOW, {}, async ({ slack }) => {
      const reply = replyOf(await takeTurn(slack, 'member', '/wg-serving howto a<b & c'));
      expect(reply.text).toContain('There is no guide on `a&lt;b &amp; c`.');
    });
  });
});

describe('Share in channel', () => {
  it('posts the answer for everyone with the name of the person who shared it, and removes the private copy', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const reply = replyOf(await takeTurn(slack, 'member', '/wg-serving next-meeting'));
      const shared = new Promise<string>((resolve) => {
        slack.workspace.onMessage((message) => {
          if (message.visibleTo === undefined) resolve(wordsOf(message));
        });
      });
      expect(await slack.press(member, reply, 'share-in-channel')).toMatchObject({
        kind: 'acknowledged',
      });
      expect(await shared).toContain(`Shared by <@${member}>`);
      expect(await shared).toContain(regular().join);
      await expect.poll(() => slack.workspace.messages(CHANNEL)).toHaveLength(1);
    });
  });

  it('shares what is true when it is pressed', async () => {
    await inWorld(NOW, { events }, async ({ slack, clock }) => {
      const reply = replyOf(await takeTurn(slack, 'member', '/wg-serving next-meeting'));
      clock.set(at('2026-12-02T09:29'));
      await slack.press(member, reply, 'share-in-channel');
      await expect
        .poll(() => slack.workspace.messages(CHANNEL).map(wordsOf).join())
        .toContain(`*Began <!date^${at('2026-12-02T09:00').toSeconds()}^{ago}|`);
    });
  });

  it('is not offered for a mistake', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const reply = replyOf(await takeTurn(slack, 'member', '/wg-serving nonsense'));
      expect(wordsOf(reply)).not.toContain('share-in-channel');
    });
  });
});

it('pressing a link button is acknowledged', async () => {
  await inWorld(NOW, { events }, async ({ slack }) => {
    const reply = replyOf(await takeTurn(slack, 'member', '/wg-serving agenda'));
    expect(await slack.press(member, reply, 'open-agenda')).toMatchObject({ kind: 'acknowledged' });
  });
});

describe('mentions and direct messages', () => {
  it.each([
    ['@wg-serving next-meeting', CHANNEL],
    ['@wg-serving where is the autoscaling doc?', CHANNEL],
    ['organizers', slackDirect()],
    ['where is the DRA document', slackDirect()],
    ['@wg-serving', CHANNEL],
  ])(
    '%s is answered in a thread in the channel, and right below in direct messages',
    async (text, channel) => {
      await inWorld(NOW, { events }, async ({ slack }) => {
        const reply = replyOf(await takeTurn(slack, 'member', text));
        const [asked] = slack.workspace.messages(channel);
        expect(reply.channel).toBe(channel);
        expect(reply.threadTs).toBe(channel === CHANNEL ? asked?.ts : undefined);
        expect(reply.visibleTo).toBeUndefined();
        expect(reply.text).not.toContain("I don't know");
      });
    },
  );

  it.each([
    ['the channel', CHANNEL, '@wg-serving '],
    ['direct messages', slackDirect(), ''],
  ])('stay in the thread in which they were asked in %s', async (_, channel, prefix) => {
    await inWorld(NOW, {}, async ({ slack }) => {
      const { message: root } = await slack.say(ACTORS.organizer.id, channel, 'hello all');
      await slack.say(member, channel, `${prefix}contact`, root.ts);
      await expect
        .poll(() =>
          slack.workspace
            .messages(channel)
            .filter(({ isBot, text }) => isBot && text.startsWith('Reach')),
        )
        .toMatchObject([{ threadTs: root.ts }]);
    });
  });

  it('of bots, and edits, are left alone', async () => {
    await inWorld(NOW, {}, async ({ slack }) => {
      const { event: body } = await slack.say(member, slackDirect(), 'contact');
      const first = {
        type: 'message',
        channel_type: 'im',
        user: member,
        channel: slackDirect(),
        text: 'organizers',
      };
      const others = [
        { ...first, ts: '9.000001', bot_id: 'B1' },
        { ...first, ts: '9.000002', subtype: 'message_changed', message: { text: 'organizers' } },
        { ...first, ts: '9.000003', type: 'app_mention', bot_id: 'B1' },
      ];
      for (const other of others) await slack.deliver('events_api', { ...body, event: other });
      await takeTurn(slack, 'member', 'recordings');
      const replies = slack.workspace.messages().filter(({ isBot }) => isBot);
      expect(replies.map(({ text }) => text.split(' ', 1)[0])).toEqual(['Reach', 'Recordings']);
    });
  });
});

it('the log tracks a request by its ID and contains nothing of what was said', async () => {
  const { logger, lines } = memoryLogger();
  await inWorld(
    NOW,
    { events },
    async ({ slack }) => {
      await takeTurn(slack, 'member', '/wg-serving workstreams very-private-words');
      await takeTurn(slack, 'member', 'more private words');
    },
    logger,
  );
  expect(lines).toContainEqual(
    expect.objectContaining({
      command: 'workstreams',
      via: 'slash',
      requestId: expect.stringMatching(/^[0-9a-f]{8}$/),
    }),
  );
  expect(JSON.stringify(lines)).not.toMatch(/private|xoxb|xapp/);
});

it('organizers are recognized by their Slack ID', async () => {
  await inWorld(NOW, { events: [event('a', '2026-12-02T09:00')] }, async ({ slack }) => {
    expect(replyOf(await takeTurn(slack, 'member', '/wg-serving status')).text).toMatch(/^Only/);
    expect(replyOf(await takeTurn(slack, 'organizer', '/wg-serving status')).text).toMatch(/^Read/);
  });
});

function slackDirect(): string {
  return `D${member.slice(1)}`;
}
