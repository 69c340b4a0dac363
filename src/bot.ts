import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { startJobs } from './adapters/cron.ts';
import { googleCalendar } from './adapters/google/source.ts';
import { inFlight } from './adapters/in-flight.ts';
import { identify, singleTryClient, slackConnection } from './adapters/slack/app.ts';
import { slackPoster } from './adapters/slack/poster.ts';
import { openStore, type Store } from './adapters/store/open.ts';
import { commands } from './commands/index.ts';
import type { Config } from './config.ts';
import { loadGroup } from './group/load.ts';
import { type RefreshedCalendar, refreshedCalendar } from './jobs/refresh-calendar.ts';
import { sendReminders } from './jobs/send-reminders.ts';
import type { Clock } from './ports.ts';

export interface Bot {
  /** Takes no more work, finishes what is under way, closes the store. Takes 8 s at most. */
  stop(): Promise<void>;
}

// Without a copy from an earlier run the first answers wait this long for the calendar, no longer.
const FIRST_READING_MS = 3_000;
const STOP_MS = 4_000;
const KEEP_POSTS = { days: 90 };

/** Wires the bot and starts it. Fails with SetupError when a setting keeps it from starting. */
export async function startBot(config: Config, clock: Clock, logger: Logger): Promise<Bot> {
  const group = await loadGroup(config.groupFile);
  const store = await openStore(config.databasePath);
  try {
    const source =
      config.google && googleCalendar(config.google, config.googleRootUrl, group, logger);
    const copies = store.calendarCopies;
    const calendar = await refreshedCalendar(group.calendar.id, source, copies, logger);
    if (!source) logger.warn('no Google key set: answers about time come from the published rule');
    const firstReading = calendar.refresh(clock.now());
    const bot = await identify(config.slack, logger);
    if (calendar.state().kind === 'never read') {
      await Promise.race([firstReading, sleep(FIRST_READING_MS, undefined, { ref: false })]);
    }
    const tools = { commands, group, calendar, clock, logger };
    const connection = slackConnection(config.slack, bot, tools);
    await connection.start();
    const { zone } = group.regular_meeting;
    const jobs = schedule(config, zone, calendar, store, clock, logger);
    logger.info({ mode: config.slack.mode.kind, channel: config.channel }, 'bot started');
    return {
      async stop() {
        await Promise.all([jobs.stop(STOP_MS), connection.stop(STOP_MS)]);
        await store.close();
        logger.info('bot stopped');
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function schedule(
  config: Config,
  zone: string,
  calendar: RefreshedCalendar,
  store: Store,
  clock: Clock,
  logger: Logger,
) {
  const settings = { channel: config.channel, leads: config.reminderLeads, zone };
  const poster = slackPoster(singleTryClient(config.slack, logger));
  const tools = { ledger: store.ledger, poster, logger };
  return startJobs(
    [
      {
        name: 'refresh-calendar',
        cron: config.calendarCron,
        async run() {
          await calendar.refresh(clock.now());
          await store.ledger.prune(clock.now().minus(KEEP_POSTS));
        },
      },
      {
        name: 'send-reminders',
        cron: config.reminderCron,
        async run() {
          const state = calendar.state();
          if (state.kind === 'read') {
            await sendReminders(state.meetings, settings, tools, clock.now());
          }
        },
      },
    ],
    inFlight(),
    logger,
  );
}
