import { DateTime } from 'luxon';
import { afterAll, beforeAll, it } from 'vitest';
import { Dropped, type Reply } from '../../sandbox/http.ts';
import type { ApiCall } from '../../sandbox/slack/server.ts';
import { ACTORS, CHANNEL, type Services, startServices } from '../../sandbox/world.ts';
import { type BotProcess, startBotProcess } from '../support/process.ts';
import { keysIn } from '../support/reliability.ts';
import type { StoreServer } from '../support/stores.ts';
import { event, wordsOf } from '../support/world.ts';

/** Seconds by which the next process's clock is ahead: leases expire without waiting. */
const PAST_A_LEASE = 90;
/** A notice is posted once the change has lasted three minutes. */
const PAST_A_NOTICE = 200;

const REFUSED = { status: 200, body: { ok: false, error: 'token_revoked' } };

interface Matrix {
  readonly services: Services;
  /** Starts the bot; it kills itself at the chosen step. */
  start(): BotProcess;
  /** Kills the running bot with SIGKILL when this step comes, once. */
  killAt(step: Step | undefined): void;
  advance(seconds: number): void;
  /** Makes Slack refuse every post, or stops that. */
  refuse(refuses: boolean): void;
}

/** A step between due and recorded, as seen from outside. */
type Step =
  | {
      readonly on: string;
      readonly when: 'before its effect' | 'after its effect' | 'after its answer';
    }
  | { readonly on: 'calendar'; readonly when: 'before its answer' };

async function inMatrix(
  server: StoreServer,
  minutes: number,
  check: (matrix: Matrix) => Promise<void>,
) {
  let ahead = 0;
  let bot: BotProcess | undefined;
  let step: Step | undefined;
  let refuses = false;
  const clock = { now: () => DateTime.utc().plus({ seconds: ahead }) };
  const kill = () => {
    step = undefined;
    void bot?.end('SIGKILL');
  };

  async function slackFault(call: ApiCall, run: () => Reply): Promise<Reply> {
    if (refuses && call.method === 'chat.postMessage') return REFUSED;
    if (step?.on !== stepName(call)) return run();
    switch (step.when) {
      case 'before its effect':
        kill();
        throw new Dropped();
      case 'after its effect':
        run();
        kill();
        throw new Dropped();
      default: {
        const reply = run();
        // The response is on its way when the process dies: sometimes it is recorded, sometimes not.
        setImmediate(kill);
        return reply;
      }
    }
  }
  const services = await startServices({
    clock,
    events: [],
    slack: { fault: slackFault },
    google: {
      fault: (_, run) => {
        if (step?.on === 'calendar') {
          kill();
          throw new Dropped();
        }
        return run();
      },
    },
  });
  services.google.setEvents([meetingIn(clock.now(), minutes)]);
  const { url } = await server.create();
  try {
    await check({
      services,
      start() {
        bot = startBotProcess(
          {
            ...services.env,
            DATABASE_URL: url,
            REMINDER_CRON: '* * * * * *',
            CALENDAR_CRON: '* * * * * *',
          },
          ahead,
        );
        return bot;
      },
      killAt(next) {
        step = next;
      },
      advance(seconds) {
        ahead += seconds;
      },
      refuse(next) {
        refuses = next;
      },
    });
  } finally {
    await bot?.end('SIGKILL');
    await services.close();
  }
}

/** A post to a member is a step of its own. */
function stepName({ method, params }: ApiCall): string {
  const toAMember = method === 'chat.postMessage' && params.channel?.startsWith('U');
  return toAMember ? 'direct message' : method;
}

function meetingIn(now: DateTime, minutes: number, changes = {}) {
  const start = now.plus({ minutes }).toISO({ includeOffset: false }) ?? '';
  return event('killed', start, changes, 'utc');
}

const posted = ({ services }: Matrix) => services.slack.workspace.messages(CHANNEL);
/** Milliseconds after the start, around which the schema is created. */
const MIGRATION_KILLS = process.env.SOAK
  ? [...Array(30).keys()].map((n) => 150 + n * 10)
  : [200, 300];
const POST_STEPS: readonly Step[] = [
  { on: 'chat.postMessage', when: 'before its effect' },
  { on: 'chat.postMessage', when: 'after its effect' },
  { on: 'chat.postMessage', when: 'after its answer' },
];
const EDIT_STEPS = ['after its effect', 'before its effect', 'after its answer'] as const;
const CLOCK_STEPS = [-3_600, 600];
/** Each test has its own services and store, and mostly waits for its processes. */
const TOGETHER = { concurrent: true };
const PATIENT = { interval: 50 };

/**
 * Kills the bot at every critical step, with one kind of store. A step that comes in several variants
 * has every other one in the first part and the rest in the second; SOAK runs all in both.
 */
export function killMatrix(
  part: 'first' | 'second',
  startServer: () => Promise<StoreServer>,
): void {
  const inPart = <T>(variants: readonly T[]): T[] =>
    variants.filter((_, n) => process.env.SOAK || (n % 2 === 0) === (part === 'first'));
  let server: StoreServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it.for<Step>([{ on: 'calendar', when: 'before its answer' }, ...inPart(POST_STEPS)])(
    'at $on $when: the reminder is there once',
    TOGETHER,
    async (step, { expect }) => {
      await inMatrix(server, 9, async (matrix) => {
        matrix.killAt(step);
        const first = matrix.start();
        await expect(first.ended).resolves.toBe(null);
        matrix.advance(PAST_A_LEASE);
        const second = matrix.start();
        await second.logged('bot started');
        await expect.poll(() => keysIn(posted(matrix)), PATIENT).toHaveLength(1);
        await second.ticks(1);
        expect(keysIn(posted(matrix))).toHaveLength(1);
      });
    },
  );

  it(
    'while it looks for a post whose response was lost: the reminder is there once',
    TOGETHER,
    async ({ expect }) => {
      await inMatrix(server, 30, async (matrix) => {
        matrix.killAt({ on: 'chat.postMessage', when: 'after its effect' });
        await matrix.start().ended;
        matrix.advance(PAST_A_LEASE);
        matrix.killAt({ on: 'conversations.history', when: 'before its effect' });
        await matrix.start().ended;
        matrix.advance(PAST_A_LEASE);
        const third = matrix.start();
        await third.logged('post found in Slack');
        await third.ticks(1);
        expect(keysIn(posted(matrix))).toHaveLength(1);
      });
    },
  );

  it.for(inPart(CLOCK_STEPS))(
    'after a post, with the clock set by %i s before the next start: the reminder is there once',
    TOGETHER,
    async (seconds, { expect }) => {
      await inMatrix(server, 30, async (matrix) => {
        matrix.killAt({ on: 'chat.postMessage', when: 'after its effect' });
        await matrix.start().ended;
        matrix.advance(seconds);
        const second = matrix.start();
        await second.logged('post found in Slack');
        await second.ticks(1);
        expect(keysIn(posted(matrix))).toHaveLength(1);
      });
    },
  );

  it(
    'while Slack refuses posts for a while: the reminder is there once',
    TOGETHER,
    async ({ expect }) => {
      await inMatrix(server, 30, async (matrix) => {
        matrix.refuse(true);
        const first = matrix.start();
        await first.logged('problem');
        await first.end('SIGKILL');
        matrix.refuse(false);
        matrix.advance(PAST_A_LEASE);
        const second = matrix.start();
        await expect.poll(() => keysIn(posted(matrix)), PATIENT).toHaveLength(1);
        await second.ticks(1);
        expect(keysIn(posted(matrix))).toHaveLength(1);
      });
    },
  );

  it('at a direct message after its effect: it is there once', TOGETHER, async ({ expect }) => {
    await inMatrix(server, 9, async (matrix) => {
      const { slack } = matrix.services;
      const { id } = ACTORS.member;
      const received = () => keysIn(slack.workspace.messages(slack.workspace.directChannel(id)));
      const first = matrix.start();
      await first.logged('bot started');
      matrix.killAt({ on: 'direct message', when: 'after its effect' });
      await slack.slash(id, CHANNEL, '/wg-serving remind me 15m');
      await expect(first.ended).resolves.toBe(null);
      matrix.advance(PAST_A_LEASE);
      const second = matrix.start();
      await second.logged('post found in Slack');
      await second.ticks(1);
      expect(received()).toHaveLength(1);
      const forAll = posted(matrix).filter(({ visibleTo }) => visibleTo === undefined);
      expect(keysIn(forAll), 'the channel has its own').toHaveLength(1);
    });
  });

  it.for(inPart(EDIT_STEPS))(
    'at an edit %s: the message is true in the end, and the notice there once',
    TOGETHER,
    async (when, { expect }) => {
      await inMatrix(server, 30, async (matrix) => {
        const { services } = matrix;
        const first = matrix.start();
        await first.logged('posted');
        matrix.killAt({ on: 'chat.update', when });
        services.google.setEvents([meetingIn(DateTime.utc(), 30, { status: 'cancelled' })]);
        await first.ended;
        matrix.advance(PAST_A_NOTICE);
        const second = matrix.start();
        await second.logged('bot started');
        await expect
          .poll(() => posted(matrix).map(wordsOf).join(), PATIENT)
          .toMatch(/Cancelled:.*Cancelled:/s);
        await second.ticks(1);
        const keys = keysIn(posted(matrix));
        expect(keys.filter((key) => key.startsWith('reminder/'))).toHaveLength(1);
        expect(keys.filter((key) => key.startsWith('cancellation/'))).toHaveLength(1);
      });
    },
  );

  it('in the middle of a migration: the next start completes it', {
    ...TOGETHER,
    timeout: 900_000,
  }, async ({ expect }) => {
    for (const afterMs of inPart(MIGRATION_KILLS)) {
      await inMatrix(server, 9, async (matrix) => {
        const first = matrix.start();
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        await first.end('SIGKILL');
        matrix.advance(PAST_A_LEASE);
        const second = matrix.start();
        await second.logged('bot started');
        await expect.poll(() => keysIn(posted(matrix)), PATIENT).toHaveLength(1);
      });
    }
  });
}
