import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { cachedCalendar } from '../calendar/cached-calendar.ts';
import type { CalendarState } from '../calendar/snapshot.ts';
import type { Clock } from '../clock.ts';
import { commands } from '../commands/index.ts';
import { inFlight } from '../concurrency/in-flight.ts';
import type { Config } from '../config/config.ts';
import { googleCalendar } from '../google/source.ts';
import { loadGroup } from '../group/load.ts';
import { problemList } from '../problems.ts';
import { type ComingPost, comingPosts } from '../reminders/coming-posts.ts';
import { noteCancellations } from '../reminders/keep-posts.ts';
import { startJobs } from '../scheduler.ts';
import { identify, slackConnection } from '../slack/connection.ts';
import { permalink } from '../slack/permalink.ts';
import { openStore } from '../store/open.ts';
import { scheduledJobs } from './jobs.ts';

export interface Bot {
  /** What it knows of the calendar. */
  calendar(): CalendarState;
  /** The reminders that come next, in the channel and in direct messages, by the calendar as it knows it. */
  coming(): Promise<readonly ComingPost[]>;
  /** Does at once all that it does by the clock. */
  runJobs(): Promise<void>;
  /** Takes no more work, finishes what is under way, closes the store. Takes 8 s at most. */
  stop(): Promise<void>;
}

// Without a copy from an earlier run the first answers wait this long for the calendar, no longer.
const FIRST_READING_MS = 3_000;
const STOP_MS = 4_000;

/** Wires the bot and starts it. Fails with SetupError when a setting keeps it from starting. */
export async function startBot(config: Config, clock: Clock, logger: Logger): Promise<Bot> {
  const group = await loadGroup(config.groupFile);
  const store = await openStore(config.store);
  try {
    const problems = problemList(logger);
    const source =
      config.google && googleCalendar(config.google, config.googleRootUrl, group, logger);
    if (!source) logger.warn('no Google key set: answers about time come from the published rule');
    const calendar = await cachedCalendar(group.calendar.id, source, store.calendarSnapshots, {
      logger,
      problems,
      onSnapshot: noteCancellations(store.ledger, config.channel),
    });
    const firstReading = calendar.refresh(clock.now());
    const bot = await identify(config.slack, logger);
    warnOfMissingScopes(bot.scopes, logger);
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
    const jobs = startJobs(scheduledJobs(parts), inFlight(), logger);
    logger.info({ mode: config.slack.mode.kind, channel: config.channel }, 'bot started');
    return {
      calendar: calendar.state,
      coming: () => comingPosts(parts),
      runJobs: jobs.runNow,
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

const COST_OF_A_MISSING_SCOPE: Readonly<Record<string, string>> = {
  'channels:history':
    'when an answer of Slack to a post is lost, the bot can’t find out whether it was made, and gives that reminder up',
  'im:write':
    'when an answer of Slack to a personal reminder is lost, the bot can’t find out whether it was sent, and gives it up',
  'reactions:write': 'whoever says thanks gets no reaction',
};

function warnOfMissingScopes(scopes: readonly string[] | undefined, logger: Logger): void {
  if (!scopes) return;
  // In a private channel the history has a scope of its own.
  const held = scopes.includes('groups:history') ? [...scopes, 'channels:history'] : scopes;
  for (const [scope, cost] of Object.entries(COST_OF_A_MISSING_SCOPE)) {
    if (!held.includes(scope)) logger.warn(`the token lacks the scope ${scope}: ${cost}`);
  }
}
