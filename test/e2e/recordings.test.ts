import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import {
  ACTORS,
  CHANNEL,
  NOTES,
  ORGANIZERS,
  PLAYLIST,
  startServices,
} from '../../sandbox/world.ts';
import { type Bot, startBot } from '../../src/app/bot.ts';
import { parseConfig } from '../../src/config/config.ts';
import { at, silent } from '../support/build.ts';
import { postgresServer, type StoreServer, sqliteFiles } from '../support/stores.ts';
import { biweekly, buttonIn, wordsOf } from '../support/world.ts';

const { organizer, member } = ACTORS;
const REGULAR = biweekly('s', '2026-12-02T09:00');

/** The services, and a bot that can be started anew at any moment. */
async function office(now: string, env: Readonly<Record<string, string>>) {
  const clock = manualClock(at(now));
  const own = { ORGANIZERS_CHANNEL: ORGANIZERS, MEETING_CARDS: 'off', ...env };
  const services = await startServices({ clock, events: [REGULAR], env: own });
  let bot: Bot = await startBot(parseConfig(services.env), clock, silent);
  const { slack } = services;

  const visible = (channel: string) =>
    slack.workspace.messages(channel).filter(({ visibleTo }) => visibleTo === undefined);

  return {
    ...services,
    clock,
    /** What organizers are told of recordings. */
    told: () =>
      visible(ORGANIZERS)
        .map(wordsOf)
        .filter((text) => /playlist|newer list/u.test(text)),
    async runAt(moment: string) {
      clock.set(at(moment));
      await bot.runJobs();
      await bot.runJobs();
    },
    async ask(userId: string, line: string): Promise<StoredMessage> {
      const result = await slack.slash(userId, CHANNEL, `/wg-serving ${line}`);
      if (!result.ok || !result.message) throw new Error(`no answer to ${line}`);
      return result.message;
    },
    /** Presses the button with this label, and waits for what comes of it. */
    async press(userId: string, message: StoredMessage, label: string): Promise<void> {
      const { workspace } = slack;
      const stored = workspace.messages(message.channel).find(({ ts }) => ts === message.ts);
      const current = stored ?? message;
      await slack.press(userId, current, buttonIn(current, label));
    },
    async restart() {
      await bot.stop();
      bot = await startBot(parseConfig(services.env), clock, silent);
    },
    async close() {
      await bot.stop();
      await services.close();
    },
  };
}

type Office = Awaited<ReturnType<typeof office>>;

async function inOffice(
  now: string,
  env: Readonly<Record<string, string>>,
  check: (place: Office) => Promise<void>,
): Promise<void> {
  const place = await office(now, env);
  try {
    await check(place);
  } finally {
    await place.close();
  }
}

/** What the organizer was last shown in private. */
function shown({ slack }: Office): StoredMessage | undefined {
  return slack.workspace
    .messages(CHANNEL)
    .filter(({ visibleTo }) => visibleTo === organizer.id)
    .at(-1);
}

function seen(place: Office): string {
  const message = shown(place);
  return message ? wordsOf(message) : '';
}

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
])('a recording, with a store in %s', (_, startServer) => {
  let server: StoreServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it.each([
    ['without a break', false],
    ['with the bot started anew after each step', true],
  ])('is followed until all is done, %s', async (_name, breaks) => {
    const { url } = await server.create();
    await inOffice('2026-12-02T09:30', { DATABASE_URL: url }, async (place) => {
      const { told, runAt, ask, press, youtube, documents, slack } = place;
      const pause = async () => (breaks ? place.restart() : undefined);

      // Over, and nothing is up yet.
      await runAt('2026-12-02T11:05');
      expect(wordsOf(await ask(member.id, 'recordings'))).toMatch(
        /Dec(?:ember)? 2\S* · not up yet/u,
      );
      expect(wordsOf(await ask(member.id, 'recordings'))).not.toContain('To do');
      await pause();

      // Missing for three days: one message, however often the jobs run.
      await runAt('2026-12-05T09:59');
      expect(told()).toEqual([]);
      await pause();
      await runAt('2026-12-05T10:05');
      await pause();
      await runAt('2026-12-05T10:10');
      expect(told()).toHaveLength(1);
      expect(told()[0]).toMatch(/Not in the playlist yet: \*WG Serving Weekly Meeting\*/u);

      // The kit has all that one pastes.
      const list = await ask(organizer.id, 'recordings');
      await press(organizer.id, list, 'Upload kit');
      await expect.poll(() => slack.workspace.modals.get(organizer.id)?.title).toBe('Upload kit');
      const kit = JSON.stringify(slack.workspace.modals.get(organizer.id));
      expect(kit).toContain('"[WG Serving] WG Serving Weekly Meeting 20261202"');
      expect(kit).toContain('wg-serving-leads@kubernetes.io');
      slack.workspace.modals.close(organizer.id);
      await press(organizer.id, list, 'Uploaded');
      await expect.poll(() => seen(place)).toMatch(/Ticked \*uploaded to YouTube\*/u);
      await pause();

      // In the playlist.
      youtube.upload(PLAYLIST, '[WG Serving] Weekly 2026-12-02', at('2026-12-05T11:00'));
      await runAt('2026-12-05T12:10');
      expect(told()).toHaveLength(1);
      expect(told()[0]).toContain('All recordings are in the playlist');
      const [video] = youtube.playlists()[0]?.videos ?? [];
      expect(wordsOf(await ask(member.id, 'recordings'))).toContain(
        `<https://www.youtube.com/watch?v=${video?.id}|Watch>`,
      );
      await pause();

      // Linked in the notes.
      documents.set(NOTES, { text: `Dec 2, 2026\nRecording: https://youtu.be/${video?.id}\n` });
      await runAt('2026-12-05T20:10');
      const left = await ask(organizer.id, 'recordings');
      expect(wordsOf(left)).toMatch(/☐ marked as uploaded in Zoom"/u);
      await pause();
      await press(organizer.id, left, 'Marked in Zoom');
      await expect.poll(() => seen(place)).not.toContain('To do');
      await pause();

      // Weeks later, nothing more was said.
      await runAt('2026-12-14T10:05');
      expect(told()).toHaveLength(1);
      expect(wordsOf(await ask(member.id, 'recordings missing'))).toContain(
        'No recording is missing',
      );
    });
  });
});

describe('missing recordings', () => {
  it('are told again after a week, in place of the message before', async () => {
    await inOffice('2026-12-05T10:05', {}, async ({ told, runAt, ask }) => {
      await runAt('2026-12-05T10:05');
      await runAt('2026-12-12T10:00');
      expect(told()).toHaveLength(1);
      await runAt('2026-12-12T10:06');
      expect(told()).toHaveLength(2);
      expect(told()[0]).toContain('a newer list');
      expect(told()[1]).toContain('Not in the playlist yet');
      expect(wordsOf(await ask(member.id, 'recordings missing'))).toMatch(/Dec(?:ember)? 2/u);
    });
  });

  it('are not told of while the playlist can’t be seen, and the answer says so', async () => {
    await inOffice('2026-12-01T10:05', {}, async ({ told, runAt, youtube }) => {
      youtube.change(PLAYLIST, () => ({ visibility: 'private' }));
      await runAt('2026-12-08T10:05');
      expect(told().join()).not.toContain('Not in the playlist');
    });
    await inOffice(
      '2026-12-08T10:05',
      { GOOGLE_API_KEY: 'wrong' },
      async ({ runAt, ask, youtube }) => {
        await runAt('2026-12-08T10:05');
        expect(wordsOf(await ask(member.id, 'recordings'))).toContain('not up yet');
        for (let days = 20; days > 0; days -= 1) {
          youtube.upload(PLAYLIST, `Old ${days}`, at('2026-11-01T00:00').plus({ days }));
        }
        await runAt('2026-12-08T12:05');
        expect(wordsOf(await ask(member.id, 'recordings'))).toContain('only the first videos');
      },
    );
  });

  it('are no longer told of a meeting that an organizer says was not held', async () => {
    await inOffice('2026-12-02T09:05', { MEETING_CARDS: 'on' }, async (place) => {
      await place.runAt('2026-12-02T10:05');
      const card = place.slack.workspace
        .messages(ORGANIZERS)
        .find((one) => wordsOf(one).includes('Not held'));
      if (!card) throw new Error('no card');
      await place.press(organizer.id, card, 'Not held');
      await place.runAt('2026-12-05T10:05');
      expect(place.told().join()).not.toContain('Not in the playlist');
    });
  });
});

describe('what is to do about recordings', () => {
  it('is the organizers’ alone, whatever a press says', async () => {
    await inOffice('2026-12-02T10:05', {}, async (place) => {
      const { runAt, ask, slack } = place;
      await runAt('2026-12-02T10:05');
      const list = await ask(organizer.id, 'recordings');
      const before = slack.workspace.messages(CHANNEL).length;
      await place.press(member.id, list, 'Uploaded');
      await expect.poll(() => slack.workspace.messages(CHANNEL).length).toBeGreaterThan(before);
      expect(wordsOf(slack.workspace.messages(CHANNEL).at(-1) ?? list)).toContain(
        'Only the organizers',
      );
      expect(wordsOf(await ask(organizer.id, 'recordings'))).toMatch(/☐ recorded, uploaded/u);
    });
  });

  it('can be taken back', async () => {
    await inOffice('2026-12-02T10:05', {}, async (place) => {
      await place.runAt('2026-12-02T10:05');
      const list = await place.ask(organizer.id, 'recordings');
      await place.press(organizer.id, list, 'Linked in the notes');
      await expect.poll(() => seen(place)).toContain('☑ recorded, linked in the notes');
      const ticked = shown(place) ?? list;
      await place.press(organizer.id, ticked, 'Undo');
      await expect.poll(() => seen(place)).toContain('☐ recorded, uploaded');
    });
  });
});
