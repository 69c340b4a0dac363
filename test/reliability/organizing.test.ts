import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, ORGANIZERS, startServices } from '../../sandbox/world.ts';
import { type BookSources, notesAccess, refreshBooks } from '../../src/app/books.ts';
import { compose, keeperOf } from '../../src/app/compose.ts';
import { organizing } from '../../src/app/organizing.ts';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import { parseConfig } from '../../src/config/config.ts';
import { NO_COMMUNITY_CALENDAR } from '../../src/preflight/community-calendar.ts';
import { problemList } from '../../src/problems.ts';
import type { Video } from '../../src/recordings/video.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { at, group, meeting, silent } from '../support/build.ts';
import { postgresServer, type StoreServer, sqliteFiles } from '../support/stores.ts';
import { type Mortality, mortal } from './mortal.ts';

const FACTS = group();
const HOST = 'U0ORGANIZER';
const PLACES = {
  channels: [CHANNEL],
  reminders: CHANNEL,
  organizers: ORGANIZERS,
  alerts: undefined,
};
const NOTES = 'https://docs.google.com/document/d/abc/edit';
const EVENT = meeting('2026-12-09T09:00', {
  id: 'deep',
  regular: false,
  title: 'Gateway deep dive',
  joinLink: FACTS.scheduling?.join ?? '',
  agendaLink: NOTES,
});
const PLAN = {
  id: 'p',
  userId: 'U0MEMBER',
  plan: {
    title: EVENT.title,
    start: EVENT.start,
    minutes: 60,
    repeats: 'once',
    notes: NOTES,
    host: { kind: 'open' },
  },
  meetingId: undefined,
  needsHost: false,
} as const;

// Every step that the outside world sees of a whole life is among the first so many of its stage.
const MAX_STEPS = 40;
const EACH = process.env.SOAK ? 1 : 8;

describe.each([
  ['SQLite', sqliteFiles, 0],
  ['PostgreSQL', postgresServer, 1],
] as const)('an ad-hoc meeting, with a store in %s', (_, startServer, offset) => {
  let server: StoreServer;
  let store: Store;
  let lives = 0;
  let expected: string[];
  beforeAll(async () => {
    server = await startServer();
    store = await openStore((await server.create()).location, 'wg');
    expected = await live(undefined);
    expect(expected.at(-1)).toBe('deep linked,uploaded abcdefghijk');
    expect(expected).toHaveLength(9);
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  /** A whole life, in which the bot dies after so many steps of one stage. Returns what Slack and the ledger show. */
  async function live(dies: { stage: string; life: Mortality } | undefined): Promise<string[]> {
    lives += 1;
    const facts = { ...FACTS, id: `wg${lives}` };
    const clock = manualClock(at('2026-12-03T09:00'));
    const services = await startServices({ clock, events: [] });
    const poster = slackPoster(
      singleTryClient(parseConfig(services.env).slack, silent),
      BOT.userId,
    );
    const whole = store.forGroup(facts.id);
    let meetings: readonly TimedMeeting[] = [];
    let videos: readonly Video[] = [];
    let notes = '';
    const bookSources: BookSources = {
      playlists: [{ read: async (readAt) => ({ videos, readAt, coverage: 'all', source: 'api' }) }],
      notes: { read: async () => ({ kind: 'text', text: notes }) },
    };

    async function run(life: Mortality): Promise<void> {
      const stored = Object.fromEntries(
        Object.entries(whole).map(([name, part]) => [
          name,
          name === 'ledgers' ? part : mortal(part, life),
        ]),
      );
      const core = await compose({
        group: facts,
        store: { ...whole, ...stored },
        calendars: [
          {
            id: 'c',
            source: {
              read: async (now) => ({
                meetings,
                unreadable: new Set(),
                readAt: now,
                source: 'api',
              }),
            },
          },
        ],
        bookSources,
        channelId: CHANNEL,
        leadTimes: [],
        clock,
        logger: silent,
        problems: problemList(silent),
      });
      await core.calendar.refresh(clock.now());
      await refreshBooks(core);
      const keeper = keeperOf(core, {
        poster: mortal(poster, life),
        stopping: new AbortController().signal,
        random: () => 0,
      });
      await organizing({
        core: { ...core, places: PLACES, community: NO_COMMUNITY_CALENDAR },
        config: {
          digestCron: undefined,
          meetingCards: true,
          recordingNudge: { minutes: 3 * 1440 },
        },
        keeper,
        notes: notesAccess(core.agendas),
      })();
    }

    async function stage(name: string): Promise<void> {
      const immortal = () => ({ dead: false, stepsLeft: Number.POSITIVE_INFINITY });
      if (dies?.stage === name) await run(dies.life).catch(() => undefined);
      // Only after a death is there more to do than one run can, and it may take another's lease to expire.
      const runs = process.env.SOAK || dies?.stage === name ? 3 : 1;
      for (let again = 0; again < runs; again += 1) {
        await run(immortal());
        clock.set(clock.now().plus({ seconds: 90 }));
      }
    }

    await whole.scheduledMeetings.add(PLAN, clock.now());
    await stage('planned');
    meetings = [EVENT];
    await stage('in the calendar');
    await whole.scheduledMeetings.askForHost('p', 'U0MEMBER');
    await stage('asked for');
    const claim = { meetingId: 'deep', userId: HOST, name: 'Ada', details: detailsOf(EVENT) };
    await whole.hostClaims.claim(claim, clock.now());
    await stage('hosted');
    clock.set(at('2026-12-09T09:00'));
    await stage('begun');
    clock.set(at('2026-12-09T10:00'));
    await stage('over');
    clock.set(at('2026-12-10T10:00'));
    await stage('the next day');
    const { start } = EVENT;
    const said = { meetingId: 'deep', outcome: 'recorded', reportedBy: 'Ada', start } as const;
    await whole.meetingOutcomes.report(said, HOST, clock.now());
    await stage('recorded');
    clock.set(at('2026-12-13T10:00'));
    await stage('missing');
    const publishedAt = at('2026-12-13T11:00');
    videos = [{ id: 'abcdefghijk', title: '[WG Serving] Gateway deep dive 20261209', publishedAt }];
    clock.set(at('2026-12-13T12:00'));
    await stage('uploaded');
    notes = 'Dec 9, 2026\nRecording: https://youtu.be/abcdefghijk\n';
    clock.set(at('2026-12-13T19:00'));
    await stage('linked');
    const shown = services.slack.workspace
      .messages()
      .map(({ channel, text }) => `${channel} ${text}`);
    await services.close();
    const recorded = (await whole.recordings.all()).map(
      ({ meeting: { id }, ticked, videos }) => `${id} ${[...ticked].toSorted()} ${videos[0]?.id}`,
    );
    return [...shown.toSorted(), ...recorded];
  }

  // Every other stage in each store, unless soaking.
  const stages = [
    'planned',
    'in the calendar',
    'asked for',
    'hosted',
    'begun',
    'over',
    'the next day',
    'recorded',
    'missing',
    'uploaded',
    'linked',
  ];

  it.each(stages.filter((_stage, n) => process.env.SOAK || n % 2 === offset))(
    'is told the same when the bot dies at any step once it is %s',
    async (stage) => {
      for (let stepsLeft = 1 + offset; stepsLeft <= MAX_STEPS; stepsLeft += EACH) {
        for (const lastHasEffect of [true, false]) {
          const life = { dead: false, stepsLeft, lastHasEffect };
          expect(await live({ stage, life }), `${stepsLeft} ${lastHasEffect}`).toEqual(expected);
          // It had nothing left to do.
          if (!life.dead) return;
        }
      }
    },
  );
});
