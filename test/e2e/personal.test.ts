import { describe, expect, it } from 'vitest';
import type { Reply } from '../../sandbox/http.ts';
import type { ApiCall } from '../../sandbox/slack/server.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, type World } from '../../sandbox/world.ts';
import { at, memoryLogger } from '../support/build.ts';
import { ACTORS, biweekly, event, inWorld, replyOf, takeTurn, wordsOf } from '../support/world.ts';

const NOW = '2026-12-01T09:00';
const EVERY_SECOND = { REMINDER_CRON: '* * * * * *', CALENDAR_CRON: '* * * * * *' };
const events = [biweekly('s', '2026-12-02T09:00')];
const settings = { events, env: EVERY_SECOND };
const member = ACTORS.member.id;
const direct = `D${member.slice(1)}`;

async function type({ slack }: World, line: string): Promise<string> {
  return replyOf(await takeTurn(slack, 'member', `/wg-serving ${line}`)).text;
}

function received({ slack }: World): StoredMessage[] {
  return slack.workspace.messages(direct).filter(({ isBot }) => isBot);
}

function homeOf({ slack }: World): string {
  return JSON.stringify(slack.workspace.homes.get(member) ?? []);
}

async function openHome(world: World): Promise<void> {
  await world.slack.openHome(member);
  await expect.poll(() => homeOf(world)).toContain('Your reminders');
}

describe('/wg-serving remind', () => {
  it.each([
    ['remind me 15m', '15 minutes before each meeting'],
    [
      'remind me 1d and 10m for autoscaling',
      '1 day before and 10 minutes before meetings named *Autoscaling*',
    ],
    ['remind me 2 hours before', '2 hours before each meeting'],
    [
      'remind me 1d, 1h, 5 minutes',
      '1 day before, 1 hour before and 5 minutes before each meeting',
    ],
    ['remind', 'Your personal reminders are off'],
    ['remind me', 'Your personal reminders are off'],
    ['remind off', 'Your personal reminders are off'],
    ['remind me 15 parsecs', 'Say how long before'],
    ['remind me 99d', 'Say how long before'],
    ['remind me 1m 2m 3m 4m 5m 6m', 'Say how long before'],
    ['remind <!channel> 15m before', 'I only remind people who ask me to'],
    ['remind me 15m for kueue & co', "I don't know which meeting *kueue &amp; co* is"],
  ])('%s: %s', async (line, answer) => {
    await inWorld(NOW, { events }, async (world) => {
      expect(await type(world, line)).toContain(answer);
    });
  });

  it('keeps settings for several names, and shows and deletes them', async () => {
    await inWorld(NOW, { events }, async (world) => {
      await type(world, 'remind me 15m');
      await type(world, 'remind me 1d for autoscaling');
      expect(await type(world, 'remind')).toMatch(/15 minutes before each meeting.*Autoscaling/);
      expect(await type(world, 'remind off for auto scaling')).not.toContain('Autoscaling');
      await type(world, 'remind me 20m');
      expect(await type(world, 'remind')).not.toContain('15 minutes');
      expect(await type(world, 'remind off')).toContain('are off');
      expect(await type(world, 'remind')).toContain('are off');
    });
  });

  it('is not offered for sharing', async () => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const reply = replyOf(await takeTurn(slack, 'member', '/wg-serving remind me 15m'));
      expect(wordsOf(reply)).not.toContain('share-in-channel');
    });
  });
});

describe('a personal reminder', () => {
  it('comes as a direct message, only to the person who asked, and stops with its button', async () => {
    await inWorld(NOW, settings, async (world) => {
      const { slack, clock } = world;
      await type(world, 'remind me 15m');
      clock.set(at('2026-12-02T08:45'));
      await expect.poll(() => received(world)).toHaveLength(1);
      const [message] = received(world);
      if (!message) throw new Error('no message');
      expect(message.text).toContain('before you join');
      await slack.press(member, message, 'stop-reminders');
      await expect.poll(() => received(world).length).toBe(2);
      expect(received(world)[1]?.text).toContain('Your personal reminders are off');
      expect(slack.workspace.messages(`D${ACTORS.organizer.id.slice(1)}`)).toEqual([]);
      expect(await type(world, 'remind')).toContain('are off');
    });
  });

  it('for a name comes only before meetings with that name', async () => {
    const autoscaling = event('a', '2026-12-02T12:00', { summary: 'Autoscaling workstream sync' });
    const both = { ...settings, events: [...events, autoscaling] };
    await inWorld(NOW, both, async (world) => {
      await type(world, 'remind me 10m for auto scaling');
      world.clock.set(at('2026-12-02T08:55'));
      await expect.poll(() => world.slack.workspace.messages(CHANNEL).length).toBeGreaterThan(1);
      expect(received(world)).toEqual([]);
      world.clock.set(at('2026-12-02T11:50'));
      await expect
        .poll(() =>
          received(world)
            .map(({ text }) => text)
            .join(),
        )
        .toContain('Autoscaling workstream sync');
    });
  });

  it('is edited when its meeting moves, and gets a notice when it is cancelled', async () => {
    await inWorld(NOW, { ...settings, events: [event('m', '2026-12-02T09:00')] }, async (world) => {
      const { google, clock } = world;
      await type(world, 'remind me 1h');
      clock.set(at('2026-12-02T08:00'));
      await expect.poll(() => received(world)).toHaveLength(1);
      google.setEvents([event('m', '2026-12-02T11:00')]);
      clock.set(at('2026-12-02T08:05'));
      await expect.poll(() => received(world)[0]?.text).toMatch(/moved/i);
      google.setEvents([event('m', '2026-12-02T11:00', { status: 'cancelled' })]);
      clock.set(at('2026-12-02T08:10'));
      await expect
        .poll(() =>
          received(world)
            .map(({ text }) => text)
            .join(),
        )
        .toMatch(/cancelled/i);
    });
  });

  it('also comes if Slack only knows a conversation after it was opened', async () => {
    const fault = ({ method, params }: ApiCall, run: () => Reply) =>
      method === 'chat.postMessage' && params.channel?.startsWith('U')
        ? { status: 200, body: { ok: false, error: 'channel_not_found' } }
        : run();
    await inWorld(NOW, { ...settings, slack: { fault } }, async (world) => {
      await type(world, 'remind me 15m');
      world.clock.set(at('2026-12-02T08:45'));
      await expect.poll(() => received(world)).toHaveLength(1);
      expect(await type(world, 'remind')).toContain('15 minutes before');
    });
  });

  it('a revoked token drops nobody’s reminders', async () => {
    const fault = ({ method }: ApiCall, run: () => Reply) =>
      ['chat.postMessage', 'conversations.open'].includes(method)
        ? { status: 200, body: { ok: false, error: 'account_inactive' } }
        : run();
    await inWorld(NOW, { ...settings, slack: { fault } }, async (world) => {
      await type(world, 'remind me 15m');
      world.clock.set(at('2026-12-02T08:45'));
      const refused = () => world.slack.calls.filter(({ params }) => params.channel === member);
      await expect.poll(refused).not.toHaveLength(0);
      expect(await type(world, 'remind')).toContain('15 minutes before');
    });
  });

  it('that can’t reach someone who left makes no noise', async () => {
    await inWorld(
      NOW,
      { ...settings, env: { ...EVERY_SECOND, ALERT_CHANNEL: CHANNEL } },
      async (world) => {
        const { slack, clock } = world;
        await type(world, 'remind me 15m');
        slack.workspace.removeUser(member);
        clock.set(at('2026-12-02T08:45'));
        const tries = () => slack.calls.filter(({ params }) => params.channel === member).length;
        await expect.poll(tries).toBeGreaterThan(0);
        clock.set(at('2026-12-02T08:50'));
        await expect
          .poll(() =>
            slack.workspace
              .messages(CHANNEL)
              .map(({ text }) => text)
              .join(),
          )
          .toContain('before you join');
        const channel = slack.workspace.messages(CHANNEL).map(wordsOf).join();
        expect(channel).not.toContain('refuses');
      },
    );
  });
});

it('the log does not say to whom a direct message went', async () => {
  const { logger, lines } = memoryLogger();
  await inWorld(
    NOW,
    settings,
    async (world) => {
      await type(world, 'remind me 15m');
      world.clock.set(at('2026-12-02T08:45'));
      await expect.poll(() => received(world)).toHaveLength(1);
      await expect.poll(() => JSON.stringify(lines)).toContain('"dm/reminder/');
    },
    logger,
  );
  expect(JSON.stringify(lines)).not.toContain(member);
});

describe('/wg-serving forget me', () => {
  it('deletes the settings and the record of what was sent', async () => {
    await inWorld(NOW, settings, async (world) => {
      await type(world, 'remind me 1d');
      await expect.poll(() => received(world)).toHaveLength(1);
      expect(await type(world, 'forget me')).toContain('I deleted everything I stored about you');
      expect(await type(world, 'remind')).toContain('are off');
    });
  });

  it('does nothing for an incomplete command', async () => {
    await inWorld(NOW, settings, async (world) => {
      await type(world, 'remind me 15m');
      expect(await type(world, 'forget')).toContain('deletes all of it');
      expect(await type(world, 'remind')).toContain('15 minutes');
    });
  });
});

describe('the Home tab', () => {
  it('shows meetings, workstreams, organizers, guides and the viewer’s reminders', async () => {
    await inWorld(NOW, settings, async (world) => {
      await openHome(world);
      for (const part of [
        'Join',
        'Coming weeks',
        'Autoscaling',
        'Yuan Tang',
        'How to',
        '1 day before',
      ])
        expect(homeOf(world)).toContain(part);
    });
  });

  it('switches reminders on, which then come, and off again', async () => {
    await inWorld(NOW, settings, async (world) => {
      const { slack, clock } = world;
      await openHome(world);
      await slack.press(member, 'home', 'home-leads', ['15', '60']);
      await expect.poll(() => homeOf(world)).toContain('initial_options');
      expect(await type(world, 'remind')).toContain(
        '1 hour before and 15 minutes before each meeting',
      );
      clock.set(at('2026-12-02T08:00'));
      await expect.poll(() => received(world)).toHaveLength(1);
      await slack.press(member, 'home', 'home-leads', []);
      await expect.poll(() => homeOf(world)).not.toContain('initial_options');
      expect(await type(world, 'remind')).toContain('are off');
    });
  });

  it('keeps a time that has no switch, and stops what is set for a name', async () => {
    await inWorld(NOW, settings, async (world) => {
      await type(world, 'remind me 25m');
      await type(world, 'remind me 2d for autoscaling');
      await openHome(world);
      expect(homeOf(world)).toContain('25 minutes before');
      expect(homeOf(world)).toContain('meetings named *Autoscaling*');
      await world.slack.press(member, 'home', 'stop-reminders');
      await expect.poll(() => homeOf(world)).not.toContain('meetings named');
      expect(await type(world, 'remind')).toContain('are off');
    });
  });

  it('opens a guide in a modal', async () => {
    await inWorld(NOW, settings, async (world) => {
      await openHome(world);
      await world.slack.press(member, 'home', 'home-guide-subscribe');
      const modal = () => JSON.stringify(world.slack.workspace.modals.get(member) ?? '');
      await expect.poll(modal).toContain('Give the invitations some time');
    });
  });

  it('is published again when the calendar changes, but only for people who opened it', async () => {
    await inWorld(NOW, settings, async (world) => {
      await openHome(world);
      world.google.setEvents([biweekly('s', '2026-12-02T09:00', '', { summary: 'Renamed' })]);
      await expect.poll(() => homeOf(world)).toContain('Renamed');
      expect([...world.slack.workspace.homes.keys()]).toEqual([member]);
    });
  });
});
