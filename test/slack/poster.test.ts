import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import type { Reply } from '../../sandbox/http.ts';
import type { ApiCall } from '../../sandbox/slack/server.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { ACTORS, CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { parseConfig } from '../../src/config/config.ts';
import { mistakeMessage } from '../../src/messages/mistake.ts';
import type { Poster, PostMetadata } from '../../src/reminders/ports.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import { at, silent } from '../support/build.ts';

const NOW = at('2026-12-02T08:50');
const message = mistakeMessage('WG Serving starts at nine.');
const label = (key: string, groupId = 'wg'): PostMetadata => ({
  key,
  groupId,
  destination: { kind: 'channel', channelId: CHANNEL },
  kind: 'reminder',
});

let spoil: (call: ApiCall, run: () => Reply) => Reply;
let services: Services;
let poster: Poster;

beforeEach(async () => {
  spoil = (_, run) => run();
  services = await startServices({
    clock: manualClock(NOW),
    events: [],
    slack: { fault: async (call, run) => spoil(call, run) },
  });
  const { slack } = parseConfig(services.env);
  poster = slackPoster(singleTryClient(slack, silent), BOT.userId);
});
afterEach(() => services.close());

function refuseBlocks(method: string) {
  spoil = (call, run) =>
    call.method === method && String(call.params.blocks ?? '[]') !== '[]'
      ? { status: 200, body: { ok: false, error: 'invalid_blocks' } }
      : run();
}

describe('a post', () => {
  it('whose blocks Slack rejects is sent as plain text', async () => {
    refuseBlocks('chat.postMessage');
    expect(await poster.post(message, label('a'))).toMatchObject({ kind: 'posted' });
    expect(services.slack.workspace.messages(CHANNEL)).toMatchObject([{ text: message.text }]);
  });

  it('is edited as plain text if Slack rejects the blocks', async () => {
    const posted = await poster.post(message, label('a'));
    if (posted.kind !== 'posted') throw new Error(posted.kind);
    refuseBlocks('chat.update');
    const edited = await poster.edit(posted, mistakeMessage('Moved.'), label('a'));
    expect(edited).toEqual({ kind: 'edited' });
    expect(services.slack.workspace.messages(CHANNEL)).toMatchObject([{ text: 'Moved.' }]);
  });

  it('to someone in another workspace fails for that person only, unlike a closed Messages tab', async () => {
    const destination = { kind: 'person', userId: ACTORS.member.id } as const;
    const errors = ['user_not_found', 'users_not_found', 'user_disabled', 'cannot_dm_bot'];
    for (const error of [
      ...errors,
      'messages_tab_disabled',
      'access_denied',
      'restricted_action',
    ]) {
      spoil = () => ({ status: 200, body: { ok: false, error } });
      const outcome = await poster.post(message, { ...label('a'), destination });
      expect(outcome.kind, error).toBe(errors.includes(error) ? 'unreachable' : 'refused');
    }
  });
});

describe('a lost post is found', () => {
  it('by group and key', async () => {
    await poster.post(message, label('a'));
    expect(await poster.find(label('a'), NOW)).toMatchObject({ kind: 'found' });
    expect(await poster.find(label('b'), NOW)).toEqual({ kind: 'not there' });
    expect(await poster.find(label('a', 'sig-node'), NOW)).toEqual({ kind: 'not there' });
  });

  it('even if the clock was six minutes, or hours, fast when it was posted', async () => {
    await poster.post(message, label('a'));
    for (const ahead of [{ minutes: 6 }, { hours: 20 }]) {
      expect(await poster.find(label('a'), NOW.plus(ahead))).toMatchObject({ kind: 'found' });
    }
  });

  it('even if the history omits the metadata', async () => {
    await poster.post(message, label('a'));
    await poster.post(message, label('b'));
    spoil = (call, run) => {
      const reply = run();
      if (call.method !== 'conversations.history') return reply;
      return JSON.parse(
        JSON.stringify(reply, (key, value) => (key === 'metadata' ? undefined : value)),
      );
    };
    const a = await poster.find(label('a'), NOW);
    const b = await poster.find(label('b'), NOW);
    expect([a.kind, b.kind]).toEqual(['found', 'found']);
    expect(a).not.toEqual(b);
    expect(await poster.find(label('c'), NOW)).toEqual({ kind: 'not there' });
  });

  it('and an endless history is not read forever', async () => {
    let pages = 0;
    for (const cursorOf of [() => 'again', () => `page ${pages}`]) {
      pages = 0;
      spoil = () => {
        pages += 1;
        const body = { ok: true, messages: [], response_metadata: { next_cursor: cursorOf() } };
        return { status: 200, body };
      };
      expect(await poster.find(label('a'), NOW)).toMatchObject({ kind: 'try again' });
      expect(pages).toBeLessThan(50);
    }
  });
});

it('somebody else’s message is never mistaken for the bot’s', async () => {
  await poster.post(message, label('a'));
  spoil = (call, run) => {
    const reply = run();
    if (call.method !== 'conversations.history') return reply;
    return JSON.parse(JSON.stringify(reply).replaceAll(BOT.userId, 'U0SOMEBODY'));
  };
  expect(await poster.find(label('a'), NOW)).toEqual({ kind: 'not there' });
});
