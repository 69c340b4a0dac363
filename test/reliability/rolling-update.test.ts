import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACTORS, CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { buildLaterVersion } from '../support/later-version.ts';
import { type BotProcess, PROGRAM, run, startBotProcess } from '../support/process.ts';
import { keysIn } from '../support/reliability.ts';
import { postgresServer, type StoreServer } from '../support/stores.ts';
import { event, takeTurn } from '../support/world.ts';

/** Adds to each table that the bot writes all the time, and keeps all of them locked for a second. */
const MIGRATION = [
  ...['posts', 'answers', 'subscriptions', 'calendar_snapshots'].flatMap((table) => [
    `alter table ${table} add column later text`,
    `alter table ${table} add column later_count integer not null default 0`,
  ]),
  'create index posts_by_state_later on posts (state)',
  'create table later (id text primary key)',
  'select pg_sleep(1)',
];
const PATIENT = { interval: 50 };

let server: StoreServer;
let folder: string;
let later: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'later-version-'));
  [server, later] = await Promise.all([postgresServer(), buildLaterVersion(folder, MIGRATION)]);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Meetings that become due one after another, and members who keep writing to the bot. */
function keepBusy({ google, slack }: Services) {
  const events: unknown[] = [];
  const accepted = { leadMinutes: 0, questions: 0 };
  let busy = true;
  async function meet() {
    while (busy) {
      const begin = DateTime.utc().plus({ minutes: 9 }).toISO({ includeOffset: false });
      events.push(event(`due${events.length}`, begin, {}, 'utc'));
      google.setEvents([...events]);
      await sleep(100);
    }
  }
  async function write() {
    for (let leadMinutes = 20; busy; leadMinutes += 1) {
      const set = await takeTurn(slack, 'newcomer', `/wg-serving remind me ${leadMinutes}m`);
      if (set.ok) accepted.leadMinutes = leadMinutes;
      await sleep(100);
    }
  }
  async function ask() {
    while (busy) {
      const asked = await takeTurn(slack, 'member', '@wg-serving who are the organizers?');
      if (asked.ok) accepted.questions += 1;
      await sleep(100);
    }
  }
  const work = Promise.all([meet(), write(), ask()]);
  return {
    due: () => events.length,
    accepted,
    async end() {
      busy = false;
      await work;
    },
  };
}

it('a rolling update that changes the schema loses and doubles nothing, under commands and due reminders', {
  timeout: 600_000,
}, async () => {
  const clock = { now: () => DateTime.utc() };
  const slack = { postsAMinute: Number.POSITIVE_INFINITY };
  const services = await startServices({ clock, events: [], slack });
  const { url } = await server.create();
  const env = {
    ...services.env,
    DATABASE_URL: url,
    REMINDER_LEADS: '10m',
    REMINDER_CRON: '* * * * * *',
    CALENDAR_CRON: '* * * * * *',
  };
  const { workspace } = services.slack;
  const inChannel = () => workspace.messages(CHANNEL);
  const reminders = () => keysIn(inChannel()).filter((key) => key.startsWith('reminder/'));
  const bots: BotProcess[] = [];
  const start = async (program: string) => {
    const bot = startBotProcess(env, 0, program);
    bots.push(bot);
    await bot.logged('bot started');
    return bot;
  };
  const database = new pg.Client({ connectionString: url });
  try {
    const old = await start(PROGRAM);
    const load = keepBusy(services);
    await expect.poll(() => reminders().length, PATIENT).toBeGreaterThan(5);
    await start(later);
    // Both versions work on the new schema.
    const { questions } = load.accepted;
    const before = reminders().length;
    await expect.poll(() => reminders().length, PATIENT).toBeGreaterThan(before + 5);
    await expect.poll(() => load.accepted.questions, PATIENT).toBeGreaterThan(questions + 2);
    expect(await old.end()).toBe(0);
    await load.end();
    await expect.poll(() => reminders().length, PATIENT).toBeGreaterThanOrEqual(load.due());
    await bots.at(-1)?.ticks(1);

    expect(new Set(reminders()).size).toBe(load.due());
    expect(reminders()).toHaveLength(load.due());
    const personal = keysIn(workspace.messages(workspace.directChannel(ACTORS.newcomer.id)));
    expect(new Set(personal).size).toBe(personal.length);

    await database.connect();
    const applied = await database.query(
      "select 1 from kysely_migration where name = '9999-later'",
    );
    expect(applied.rowCount).toBe(1);
    const { rows } = await database.query('select lead_times from subscriptions');
    expect(rows).toEqual([{ lead_times: `[${load.accepted.leadMinutes}]` }]);
    const questionsAsked = inChannel().filter(({ user }) => user === ACTORS.member.id);
    const answers = questionsAsked.map(
      ({ ts }) => inChannel().filter(({ isBot, threadTs }) => isBot && threadTs === ts).length,
    );
    expect(answers).toEqual(answers.map(() => 1));
    expect(old.output()).not.toMatch(/"level":"?(50|error|fatal)/);
    // Nobody starts the earlier version on the changed tables by mistake.
    const again = await run(PROGRAM, [], env);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/newer version/) });
  } finally {
    await database.end();
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await services.close();
  }
});
