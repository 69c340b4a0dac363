import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type ScheduledJob, startJobs } from './adapters/cron.ts';
import { googleCalendar } from './adapters/google/source.ts';
import { inFlight } from './adapters/in-flight.ts';
import {
  identify,
  type SlackConnection,
  singleTryClient,
  slackConnection,
} from './adapters/slack/app.ts';
import { permalink } from './adapters/slack/permalink.ts';
import { slackPoster } from './adapters/slack/poster.ts';
import { openStore, type Store } from './adapters/store/open.ts';
import { commands } from './commands/index.ts';
import type { Config } from './config.ts';
import { loadGroup } from './group/load.ts';
import { meetingNames } from './group/lookup.ts';
import type { Group } from './group/schema.ts';
import { alertOperator } from './jobs/alert-operator.ts';
import { dueReminders } from './jobs/due-reminders.ts';
import { personalReminders } from './jobs/keep-personal.ts';
import { keepPosts, noteCancellations } from './jobs/keep-posts.ts';
import { type Problems, problemList } from './jobs/problems.ts';
import { readOnceMore } from './jobs/read-once-more.ts';
import { type RefreshedCalendar, refreshedCalendar } from './jobs/refresh-calendar.ts';
import type { CalendarCopy, Clock, Ledger } from './ports.ts';

export interface Bot {
  /** Takes no more work, finishes what is under way, closes the store. Takes 8 s at most. */
  stop(): Promise<void>;
}

// Without a copy from an earlier run the first answers wait this long for the calendar, no longer.
const FIRST_READING_MS = 3_000;
const STOP_MS = 4_000;
const KEEP_POSTS = { days: 90 };
const KEEP_DIRECT_MESSAGES = { days: 15 };
// A question is edited within minutes, and delivered again within an hour.
const KEEP_ANSWERS = { days: 1 };

/** Wires the bot and starts it. Fails with SetupError when a setting keeps it from starting. */
export async function startBot(config: Config, clock: Clock, logger: Logger): Promise<Bot> {
  const group = await loadGroup(config.groupFile);
  const store = await openStore(config.store);
  try {
    const problems = problemList(logger);
    const source =
      config.google && googleCalendar(config.google, config.googleRootUrl, group, logger);
    if (!source) logger.warn('no Google key set: answers about time come from the published rule');
    const calendar = await refreshedCalendar(group.calendar.id, source, store.calendarCopies, {
      logger,
      problems,
      onReading: noteCancellations(store.ledger, config.channel),
    });
    const firstReading = calendar.refresh(clock.now());
    const bot = await identify(config.slack, logger);
    warnOfMissingScope(bot.scopes, logger);
    if (calendar.state().kind === 'never read') {
      await Promise.race([firstReading, sleep(FIRST_READING_MS, undefined, { ref: false })]);
    }
    const { ledger } = store;
    const reminders = {
      leads: config.reminderLeads,
      settledAhead: ledger.settledAhead,
      posted: ledger.posted,
      permalink: (channel: string, ts: string) => permalink(bot.workspaceUrl, channel, ts),
    };
    const { subscriptions, answers } = store;
    const tools = {
      commands,
      group,
      calendar,
      reminders,
      subscriptions,
      answers,
      problems,
      clock,
      logger,
    };
    const connection = slackConnection(config.slack, bot, tools);
    await connection.start();
    const stopping = new AbortController();
    const parts = {
      config,
      group,
      calendar,
      connection,
      store,
      problems,
      clock,
      logger,
      stopping: stopping.signal,
    };
    const jobs = startJobs(
      [refreshJob(parts), postingJob(parts), personalJob(parts)],
      inFlight(),
      logger,
    );
    logger.info({ mode: config.slack.mode.kind, channel: config.channel }, 'bot started');
    return {
      async stop() {
        stopping.abort();
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

function warnOfMissingScope(scopes: readonly string[] | undefined, logger: Logger): void {
  if (!scopes || scopes.includes('channels:history') || scopes.includes('groups:history')) return;
  logger.warn(
    'the token lacks the scope channels:history: when an answer of Slack to a post is lost, the bot can’t find out whether it was made, and gives that reminder up',
  );
}

interface JobParts {
  readonly config: Config;
  readonly group: Group;
  readonly calendar: RefreshedCalendar;
  readonly connection: SlackConnection;
  readonly store: Store;
  readonly problems: Problems;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stopping: AbortSignal;
}

function refreshJob({
  config,
  calendar,
  connection,
  store,
  clock,
  stopping,
}: JobParts): ScheduledJob {
  return {
    name: 'refresh-calendar',
    cron: config.calendarCron,
    async run() {
      const now = clock.now();
      await calendar.refresh(now);
      await store.ledger.prune(now.minus(KEEP_POSTS));
      await store.alerts.prune(now.minus(KEEP_POSTS));
      await store.personalLedger.prune(now.minus(KEEP_DIRECT_MESSAGES));
      await store.answers.prune(now.minus(KEEP_ANSWERS));
      await connection.refreshHomes(stopping);
    },
  };
}

function postingJob(parts: JobParts): ScheduledJob {
  const { config, group, calendar, clock, problems, logger } = parts;
  const { ledger, alerts } = parts.store;
  const { zone } = group.regular_meeting;
  const { channel, reminderLeads: leads } = config;
  const tools = postingTools(parts, ledger);
  return {
    name: 'keep-posts',
    cron: config.reminderCron,
    async run() {
      const isDue = async (copy: CalendarCopy) =>
        (await dueReminders(copy, leads, ledger, clock.now())).length > 0;
      await readOnceMore(calendar, isDue, clock.now());
      const state = calendar.state();
      if (state.kind === 'read') await keepPosts(state, { channel, leads, zone }, tools);
      if (config.alertChannel) {
        const alertTools = { alerts, poster: tools.poster, logger };
        await alertOperator(problems.list(), config.alertChannel, alertTools, clock.now());
      }
    },
  };
}

/** Direct messages run by themselves: many of them take minutes, and the channel must not wait. */
function personalJob(parts: JobParts): ScheduledJob {
  const { config, group, calendar, clock, stopping } = parts;
  const { personalLedger, subscriptions } = parts.store;
  const personal = personalReminders({
    ...postingTools(parts, personalLedger),
    subscriptions,
    namesFor: (about) => meetingNames(group, about),
    zone: group.regular_meeting.zone,
    wait: (ms) => sleep(ms, undefined, { ref: false, signal: stopping }).catch(() => undefined),
  });
  return {
    name: 'keep-personal-reminders',
    cron: config.reminderCron,
    async run() {
      for (let more = true; more && !stopping.aborted; ) {
        await readOnceMore(calendar, personal.isDue, clock.now());
        const state = calendar.state();
        more = state.kind === 'read' && (await personal.keep(state));
      }
    },
  };
}

function postingTools({ config, problems, clock, logger, stopping }: JobParts, ledger: Ledger) {
  const poster = slackPoster(singleTryClient(config.slack, logger));
  return { ledger, poster, problems, logger, clock, stopping, random: Math.random };
}
