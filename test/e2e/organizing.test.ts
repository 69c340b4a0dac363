import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import {
  ACTORS,
  CHANNEL,
  COMMUNITY_CALENDAR,
  ORGANIZERS,
  PLAYLIST,
  startWorld,
  type World,
} from '../../sandbox/world.ts';
import { at, group, silent } from '../support/build.ts';
import { postgresServer, type StoreServer, sqliteFiles } from '../support/stores.ts';
import { biweekly, event, wordsOf } from '../support/world.ts';

const { organizer, member, newcomer } = ACTORS;
const ROOM = group().scheduling?.join ?? '';
const NOTES = 'https://docs.google.com/document/d/abc/edit';
const REGULAR = biweekly('s', '2026-12-02T09:00');
/** The same series, before its first meeting. */
const LATER = biweekly('s', '2026-12-16T09:00');
const FORM = {
  title: ['Gateway deep dive'],
  date: ['2026-12-09'],
  time: ['18:00'],
  zone: ['Europe/Berlin'],
  length: ['1 hour'],
  notes: [NOTES],
};
/** What somebody saves in Google Calendar. */
const saved = (changes = {}) =>
  event('deep', '2026-12-09T09:00', {
    summary: 'Gateway deep dive',
    location: ROOM,
    description: `Agenda and notes: ${NOTES}`,
    attendees: [{ email: COMMUNITY_CALENDAR }],
    ...changes,
  });

type Clocked = World & { clock: ReturnType<typeof manualClock> };

async function inOffice(
  now: string,
  env: Readonly<Record<string, string>>,
  check: (world: Clocked) => Promise<void>,
  events: readonly unknown[] = [REGULAR],
): Promise<void> {
  const clock = manualClock(at(now));
  const settings = { clock, events, env: { ORGANIZERS_CHANNEL: ORGANIZERS, ...env } };
  const world = await startWorld(settings, silent);
  try {
    await check({ ...world, clock });
  } finally {
    await world.close();
  }
}

const textsIn = ({ slack }: World, channel: string) =>
  slack.workspace
    .messages(channel)
    .filter(({ visibleTo }) => visibleTo === undefined)
    .map(wordsOf);
const direct = ({ slack }: World, id: string) =>
  textsIn({ slack } as World, slack.workspace.directChannel(id));

async function runAt(world: Clocked, now: string): Promise<void> {
  world.clock.set(at(now));
  await world.bot.runJobs();
}

function messageWith({ slack }: World, channel: string, words: RegExp): StoredMessage {
  const found = slack.workspace.messages(channel).find((one) => words.test(wordsOf(one)));
  if (!found) throw new Error(`no message with ${words}`);
  return found;
}

/** Presses the button with this label in a message, and returns what the presser then reads. */
async function press(world: World, userId: string, message: StoredMessage, label: string) {
  const { workspace } = world.slack;
  const current =
    workspace.messages(message.channel).find(({ ts }) => ts === message.ts) ?? message;
  const buttons = current.blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements : [],
  );
  const button = buttons.find((one) => one.type === 'button' && one.text.text === label);
  const before = workspace.messages(message.channel).length;
  await world.slack.press(userId, current, button?.action_id ?? `no button ${label}`);
  await expect.poll(() => workspace.messages(message.channel).length).toBeGreaterThan(before);
  return wordsOf(workspace.messages(message.channel).at(-1) ?? message);
}

async function planMeeting(world: World, userId: string = member.id): Promise<void> {
  await world.slack.useShortcut(userId, 'schedule');
  await expect
    .poll(() => world.slack.workspace.modals.get(userId)?.title)
    .toBe('Schedule a meeting');
  expect((await world.slack.submitModal(userId, FORM)).errors).toEqual([]);
  expect((await world.slack.submitModal(userId, {})).errors).toEqual([]);
}

describe.each([
  ['SQLite', sqliteFiles],
  ['PostgreSQL', postgresServer],
])('an ad-hoc meeting, with a store in %s', (_, startServer) => {
  let server: StoreServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('lives from the form to the video in the playlist', async () => {
    const { url } = await server.create();
    await inOffice(
      '2026-12-03T09:00',
      { DATABASE_URL: url },
      async (world) => {
        const { slack, google, youtube } = world;
        const { modals } = slack.workspace;
        await world.bot.runJobs();
        expect(textsIn(world, ORGANIZERS)).toEqual([]);

        // Planned by someone who is no organizer.
        await slack.slash(member.id, CHANNEL, '/wg-serving schedule');
        await expect.poll(() => modals.get(member.id)?.title).toBe('Schedule a meeting');
        expect((await slack.submitModal(member.id, { ...FORM, length: ['20 h'] })).errors).toEqual([
          expect.stringContaining('5 minutes to 8 hours'),
        ]);
        await slack.submitModal(member.id, FORM);
        const review = JSON.stringify(modals.get(member.id));
        expect(review).toMatch(/Los Angeles: Wed, Dec 9, 9:00 AM.*Berlin: Wed, Dec 9, 6:00 PM/s);
        expect(review).toContain('nothing else takes place then');
        await slack.submitModal(member.id, {});
        expect(JSON.stringify(modals.get(member.id))).toContain(
          'calendar.google.com/calendar/render',
        );
        await expect.poll(() => direct(world, member.id)).toHaveLength(1);
        expect(direct(world, member.id)[0]).toMatch(/Save the event in Google Calendar/);

        // In the calendar, without notes and outside the group's room.
        google.setEvents([
          LATER,
          saved({ location: 'https://zoom.us/j/1', description: '', attendees: [] }),
        ]);
        await runAt(world, '2026-12-03T09:31');
        expect(textsIn(world, ORGANIZERS)).toHaveLength(1);
        expect(textsIn(world, ORGANIZERS)[0]).toMatch(
          /Something is missing.*no room of WG Serving.*No notes document.*Not on the community calendar.*nobody yet/s,
        );
        expect(direct(world, member.id)).toHaveLength(1);
        expect(direct(world, member.id)[0]).toMatch(/In the calendar.*no room of WG Serving/s);

        // Mended.
        google.setEvents([LATER, saved()]);
        await runAt(world, '2026-12-03T10:05');
        expect(textsIn(world, ORGANIZERS)[0]).toMatch(/All it needs is a host/);

        // Whoever planned it asks for a host, and two organizers press at the same moment.
        slack.workspace.channels.get(ORGANIZERS)?.members.add(newcomer.id);
        const checklist = messageWith(world, slack.workspace.directChannel(member.id), /Gateway/);
        expect(await press(world, member.id, checklist, 'I need a host')).toMatch(
          /asking the organizers/,
        );
        await expect.poll(() => textsIn(world, ORGANIZERS)).toHaveLength(2);
        const asked = messageWith(world, ORGANIZERS, /needs a host/);
        await Promise.all([
          press(world, organizer.id, asked, 'I’ll host'),
          press(world, newcomer.id, asked, 'I’ll host'),
        ]);
        const answers = () =>
          slack.workspace
            .messages(ORGANIZERS)
            .flatMap((one) => (one.visibleTo ? wordsOf(one) : []));
        await expect.poll(answers).toHaveLength(2);
        // Either may have been first.
        expect(answers()).toEqual(
          expect.arrayContaining([
            expect.stringContaining('was faster and hosts'),
            expect.stringContaining('You host'),
          ]),
        );
        await world.bot.runJobs();
        expect(textsIn(world, ORGANIZERS)[0]).toMatch(/\*Ready\*.*\*Host:\*/s);
        expect(direct(world, member.id)[0]).toMatch(/Done: a host, /);

        // The group sees who hosts.
        await runAt(world, '2026-12-08T09:00');
        expect(textsIn(world, CHANNEL).at(-1)).toMatch(/Gateway deep dive.*Host: /s);
        const next = await slack.slash(member.id, CHANNEL, '/wg-serving next-meeting');
        expect(next.ok && next.message && wordsOf(next.message)).toMatch(/Host: /);
        expect(textsIn(world, ORGANIZERS), 'nothing new in the channel').toHaveLength(2);

        // It takes place.
        await runAt(world, '2026-12-09T09:00');
        expect(textsIn(world, ORGANIZERS).at(-1)).toMatch(/Now: Gateway deep dive.*to the cloud/s);
        await runAt(world, '2026-12-09T10:00');
        expect(textsIn(world, ORGANIZERS)).toHaveLength(3);
        expect(textsIn(world, ORGANIZERS).at(-1)).toMatch(
          /Over: Gateway deep dive.*What became of it/s,
        );
        const card = messageWith(world, ORGANIZERS, /Over: Gateway/);
        expect(await press(world, organizer.id, card, 'Recorded')).toMatch(/among the recordings/);
        await world.bot.runJobs();
        expect(textsIn(world, ORGANIZERS).at(-1)).toMatch(/\*Recorded\*, says/);
        await runAt(world, '2026-12-10T10:00');
        expect(textsIn(world, ORGANIZERS), 'nobody is asked again').toHaveLength(3);

        // Its video is put up, and everyone finds it.
        youtube.upload(PLAYLIST, '[WG Serving] Gateway deep dive 20261209', at('2026-12-10T11:00'));
        await runAt(world, '2026-12-10T13:00');
        await world.bot.runJobs();
        const answer = await slack.slash(member.id, CHANNEL, '/wg-serving recordings');
        expect(answer.ok && answer.message && wordsOf(answer.message)).toMatch(
          /Gateway deep dive.*youtube\.com\/watch\?v=/s,
        );
        expect(textsIn(world, ORGANIZERS)).toHaveLength(3);
      },
      [LATER],
    );
  });
});

describe('a form', () => {
  it('that is submitted twice keeps one plan', async () => {
    await inOffice('2026-12-03T09:00', {}, async (world) => {
      const { slack } = world;
      await planMeeting(world);
      await world.bot.runJobs();
      expect(direct(world, member.id)).toHaveLength(1);
      // Another plan, whose second press comes while the first is on its way.
      await slack.useShortcut(member.id, 'schedule');
      await expect
        .poll(() => slack.workspace.modals.get(member.id)?.title)
        .toBe('Schedule a meeting');
      await slack.submitModal(member.id, FORM);
      await Promise.all([slack.submitModal(member.id, {}), slack.submitModal(member.id, {})]);
      await world.bot.runJobs();
      expect(direct(world, member.id)).toHaveLength(2);
    });
  });

  it('whose date has passed while it was open is not kept', async () => {
    await inOffice('2026-12-09T08:30', {}, async (world) => {
      const { slack } = world;
      await slack.useShortcut(member.id, 'schedule');
      await expect
        .poll(() => slack.workspace.modals.get(member.id)?.title)
        .toBe('Schedule a meeting');
      await slack.submitModal(member.id, FORM);
      world.clock.set(at('2026-12-09T09:30'));
      await slack.submitModal(member.id, {});
      expect(JSON.stringify(slack.workspace.modals.get(member.id))).toContain('This time is over');
      await world.bot.runJobs();
      expect(direct(world, member.id)).toEqual([]);
    });
  });

  it('that comes back with other content than it was sent with is read like any other', async () => {
    await inOffice('2026-12-03T09:00', {}, async (world) => {
      const { slack } = world;
      const view = {
        id: 'V1',
        type: 'modal',
        callback_id: 'schedule-review',
        root_view_id: 'V1',
        private_metadata: '{"title":"<!channel>","date":"1999-01-01","user":"U0ORGANIZER"}',
        state: { values: {} },
      };
      const user = { id: member.id, name: 'member' };
      const said = await slack.deliver('interactive', {
        type: 'view_submission',
        user,
        view,
        team: {},
        token: 'x',
        api_app_id: 'A',
        trigger_id: 't',
      });
      expect(JSON.stringify(said)).toMatch(/"update".*in the past|Choose a time zone/s);
      await world.bot.runJobs();
      expect(direct(world, member.id)).toEqual([]);
    });
  });
});

describe('hosting', () => {
  it('is for organizers, shows in the reminders, follows a move and ends with a cancellation', async () => {
    await inOffice('2026-12-01T09:00', {}, async (world) => {
      const { slack, google } = world;
      await world.bot.runJobs();
      const card = messageWith(world, ORGANIZERS, /All it needs is a host/);
      // The payload names the channel: the same press from elsewhere is refused.
      const elsewhere = slack.workspace.post({ ...card, channel: CHANNEL });
      expect(await press(world, member.id, elsewhere, 'I’ll host')).toMatch(/Only the organizers/);
      expect(await press(world, organizer.id, card, 'I’ll host')).toMatch(/You host/);
      await world.bot.runJobs();
      expect(textsIn(world, CHANNEL)[0]).toMatch(/Host: Eduardo Arango/);

      google.setEvents([{ ...REGULAR, id: 's' }, moved('2026-12-02T11:00')]);
      await runAt(world, '2026-12-01T09:10');
      expect(textsIn(world, ORGANIZERS)[0]).toMatch(/\*Ready\*.*Eduardo Arango/s);
      expect(await press(world, organizer.id, card, 'Release')).toMatch(/no longer host/);
      await world.bot.runJobs();
      expect(textsIn(world, ORGANIZERS)[0]).toMatch(/All it needs is a host/);
      await press(world, organizer.id, card, 'I’ll host');

      google.setEvents([REGULAR, { ...moved('2026-12-02T11:00'), status: 'cancelled' }]);
      await runAt(world, '2026-12-01T09:20');
      expect(textsIn(world, ORGANIZERS)[0]).toMatch(/is cancelled\. There is nothing to prepare/);
      google.setEvents([REGULAR, moved('2026-12-02T11:00')]);
      await runAt(world, '2026-12-01T09:30');
      expect(textsIn(world, ORGANIZERS)[0]).toMatch(/All it needs is a host/);
    });
  });

  it('is offered again with an apology when a button carries something else', async () => {
    await inOffice('2026-12-01T09:00', {}, async (world) => {
      await world.bot.runJobs();
      const card = messageWith(world, ORGANIZERS, /All it needs is a host/);
      const blocks = card.blocks.map((block) =>
        block.type === 'actions'
          ? {
              ...block,
              elements: block.elements.map((one) => ({ ...one, value: '{"meeting":1}' })),
            }
          : block,
      );
      const forged = world.slack.workspace.post({ ...card, blocks });
      expect(await press(world, organizer.id, forged, 'I’ll host')).toMatch(/Sorry, something/);
      expect(await press(world, organizer.id, card, 'I’ll host')).toMatch(/You host/);
    });
  });

  const moved = (to: string) => ({
    ...event('s_20261202T170000Z', to),
    recurringEventId: 's',
    originalStartTime: {
      dateTime: at('2026-12-02T09:00').toISO(),
      timeZone: 'America/Los_Angeles',
    },
  });
});

describe('cards', () => {
  it('go to the host as messages of their own, who may answer there', async () => {
    await inOffice('2026-12-01T09:00', {}, async (world) => {
      await world.bot.runJobs();
      const card = messageWith(world, ORGANIZERS, /All it needs is a host/);
      await press(world, organizer.id, card, 'I’ll host');
      await runAt(world, '2026-12-02T09:00');
      await runAt(world, '2026-12-02T10:00');
      const own = direct(world, organizer.id);
      expect(own).toEqual([expect.stringMatching(/Now: /), expect.stringMatching(/Over: /)]);
      const place = world.slack.workspace.directChannel(organizer.id);
      await press(world, organizer.id, messageWith(world, place, /Over: /), 'Not recorded');
      await world.bot.runJobs();
      expect(textsIn(world, ORGANIZERS).at(-1)).toMatch(/Not recorded\*, says Eduardo Arango/);
    });
  });

  it('are asked about once more if nobody answers, and the answer may change', async () => {
    await inOffice('2026-12-02T09:00', {}, async (world) => {
      await world.bot.runJobs();
      await runAt(world, '2026-12-02T10:00');
      await runAt(world, '2026-12-03T10:00');
      expect(textsIn(world, ORGANIZERS)).toHaveLength(2);
      const question = messageWith(world, ORGANIZERS, /^\["Was /);
      await press(world, organizer.id, question, 'Recorded');
      await press(world, organizer.id, question, 'Not held');
      await runAt(world, '2026-12-04T10:00');
      expect(textsIn(world, ORGANIZERS)).toHaveLength(2);
      expect(textsIn(world, ORGANIZERS).join()).toMatch(/Not held.*says.*Not held.*says/s);
    });
  });

  it('are off where they are turned off, and nothing is posted without a channel', async () => {
    await inOffice('2026-12-02T09:00', { MEETING_CARDS: 'off' }, async (world) => {
      await world.bot.runJobs();
      expect(textsIn(world, ORGANIZERS)).toEqual([]);
    });
    await inOffice('2026-12-01T09:30', { ORGANIZERS_CHANNEL: '' }, async (world) => {
      await world.bot.runJobs();
      await runAt(world, '2026-12-02T09:00');
      expect(textsIn(world, ORGANIZERS)).toEqual([]);
    });
  });
});

describe('the digest', () => {
  const env = { DIGEST_CRON: '0 15 * * MON' };

  it('names the week’s meetings once, and is edited for a while', async () => {
    await inOffice('2026-11-30T06:59', env, async (world) => {
      await world.bot.runJobs();
      expect(textsIn(world, ORGANIZERS)).toEqual([]);
      await runAt(world, '2026-11-30T07:02');
      await runAt(world, '2026-11-30T07:03');
      expect(textsIn(world, ORGANIZERS)).toEqual([
        expect.stringMatching(/next seven days.*WG Serving Weekly Meeting.*no host yet/s),
      ]);
    });
  });

  it('is not sent in an empty week', async () => {
    const check = async (world: Clocked) => {
      await world.bot.runJobs();
      expect(textsIn(world, ORGANIZERS)).toEqual([]);
    };
    await inOffice('2026-12-07T07:02', env, check, [LATER]);
  });
});
