import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CalendarState } from '../calendar/snapshot.ts';
import { channelsOf } from '../checks/channels.ts';
import { scopeFindings } from '../checks/scopes.ts';
import type { Clock } from '../clock.ts';
import { inFlight } from '../concurrency/in-flight.ts';
import type { Config } from '../config/config.ts';
import { communityPages } from '../github/community-pages.ts';
import { calendarSource } from '../google/calendar-source.ts';
import { linkChecker } from '../google/check-link.ts';
import { loadGroup } from '../group/load.ts';
import { type Health, startHealth } from '../health/health.ts';
import {
  communityCalendar,
  NO_COMMUNITY_CALENDAR,
  type ReadCommunityCalendar,
} from '../preflight/community-calendar.ts';
import { problemList } from '../problems.ts';
import type { UpcomingReminder } from '../reminders/upcoming-reminders.ts';
import { startJobs } from '../scheduler.ts';
import { identify, singleTryClient } from '../slack/client.ts';
import { slackConnection } from '../slack/connection.ts';
import { membershipIn } from '../slack/membership.ts';
import { observedFetch } from '../slack/observed-fetch.ts';
import { slackPoster } from '../slack/poster.ts';
import { fetchWithTime } from '../slack/slack-time.ts';
import { openStore, type Store } from '../store/open.ts';
import { VERSION } from '../version.ts';
import { bookSources, notesAccess, refreshBooks } from './books.ts';
import { type Core, compose, keeperOf } from './compose.ts';
import { communityCalendars, groupCalendars } from './group-calendar.ts';
import { heedFindings, summaryOf } from './heed-findings.ts';
import { jobPulses } from './job-pulses.ts';
import { scheduledJobs } from './jobs.ts';
import { listenerTools } from './listener-tools.ts';
import { observedSource } from './observed-source.ts';
import { organizing } from './organizing.ts';
import { channelChecks } from './start-checks.ts';
import { storeHealth } from './store-health.ts';
import { clockWatch } from './watch-clock.ts';

export interface Bot {
  /** What the bot knows about the calendar. */
  calendar(): CalendarState;
  /** The next reminders, in the channel and in direct messages, according to the calendar as the bot knows it. */
  upcoming(): Promise<readonly UpcomingReminder[]>;
  /** Runs all scheduled jobs immediately. */
  runJobs(): Promise<void>;
  /** Starts no more jobs, finishes work in progress and closes the store. Takes at most 8 s. */
  stop(): Promise<void>;
}

// Without a snapshot from an earlier run, the first answers wait at most this long for the calendar.
const FIRST_READING_MS = 3_000;
const STOP_MS = 4_000;

/** Starts the bot. Fails with SetupError if a setting keeps it from starting. */
export async function startBot(config: Config, clock: Clock, logger: Logger): Promise<Bot> {
  const group = await loadGroup(config.groupFile);
  const problems = problemList(logger);
  const health = await startHealth(config.healthPort, clock, logger);
  const store = await openStore(config.store, group.id, storeHealth(problems, clock)).catch(
    async (error: unknown) => {
      await health.close();
      throw error;
    },
  );
  try {
    const community = communityCalendars(config.google, config.communityCalendar, [group], logger);
    const calendars = groupCalendars(config.google, group, logger, community);
    const core = await compose({
      group,
      store: store.forGroup(group.id),
      calendars: calendars.map((one) => ({
        ...one,
        source: observedSource(one.source, health.observers.read),
      })),
      bookSources: bookSources(config, group),
      channelId: config.channel,
      leadTimes: config.reminderLeads,
      clock,
      logger,
      problems,
    });
    return await connectBot(config, core, store, health);
  } catch (error) {
    await Promise.all([store.close(), health.close()]);
    throw error;
  }
}

/** Connects a group's bot to Slack, and runs its jobs. */
async function connectBot(config: Config, core: Core, store: Store, health: Health): Promise<Bot> {
  const { calendar, problems, clock, logger } = core;
  const { observers } = health;
  const fetchFrom = config.healthPort === undefined ? fetch : observedFetch(observers.call);
  const firstReading = calendar.refresh(clock.now());
  const { identity, client, checks, found } = await checkSlack(config, core, fetchFrom);
  if (calendar.state().kind === 'never read') {
    await Promise.race([firstReading, sleep(FIRST_READING_MS, undefined, { ref: false })]);
  }
  // Until it is done, answers say what they don't know.
  const firstBooks = firstReading
    .then(() => refreshBooks(core))
    .catch((error: unknown) => logger.error({ err: error }, 'recordings and notes not read'));
  const stopping = new AbortController();
  const poster = slackPoster(client, identity.authorization.botUserId);
  const community = communityOf(config, core);
  const keeper = keeperOf(core, {
    poster,
    observe: observers.attempt,
    stopping: stopping.signal,
    random: Math.random,
  });
  const notes = notesAccess(core.agendas);
  const updateOrganizers = organizing({ core, config, keeper, notes, community });
  const tools = listenerTools(core, store, identity, config, observers.request, updateOrganizers);
  const connection = slackConnection(config.slack, identity, tools, problems, fetchFrom);
  await connection.start();
  const planned = scheduledJobs({
    config,
    core,
    store,
    poster,
    updateOrganizers,
    community,
    observe: observers.attempt,
    pages: communityPages(config.communityUrl),
    checkLink: linkChecker(config.google.rootUrl),
    keeper,
    refreshHomes: connection.refreshHomes,
    stopping: stopping.signal,
  }).concat(checks.job);
  const jobs = startJobs(planned, inFlight(), logger);
  health.watch({
    isConnected: connection.isConnected,
    pingStore: store.ping,
    calendar: calendar.state,
    problems: problems.list,
    jobs: jobPulses(planned, jobs),
  });
  logger.info({ version: VERSION, ...summaryOf(config, found) }, 'bot started');
  return {
    calendar: calendar.state,
    upcoming: () => upcomingOf(core),
    runJobs: jobs.runNow,
    async stop() {
      stopping.abort();
      health.stopping();
      await Promise.all([jobs.stop(STOP_MS), connection.stop(STOP_MS)]);
      await Promise.race([firstBooks, sleep(STOP_MS, undefined, { ref: false })]);
      await store.close();
      await health.close();
      logger.info('bot stopped');
    },
  };
}

/** The calendar of the whole community, if the group names it and there is a channel to tell. */
function communityOf(
  { google, organizersChannel }: Config,
  { group, logger }: Core,
): ReadCommunityCalendar {
  const id = group.scheduling?.communityCalendar;
  if (id === undefined || organizersChannel === undefined) return NO_COMMUNITY_CALENDAR;
  return communityCalendar(calendarSource(google, id, group, logger), logger);
}

/** Who the bot is in Slack, and whether it can do its work there. Fails with SetupError. */
async function checkSlack(config: Config, core: Core, fetchFrom: typeof fetch) {
  const { problems, clock, logger } = core;
  const identity = await identify(config.slack, logger);
  const timedFetch = fetchWithTime(clockWatch(problems, clock), clock, fetchFrom);
  const client = singleTryClient(config.slack, logger, timedFetch);
  const checks = channelChecks(channelsOf(config), (id) => membershipIn(client, id), core);
  const scopes = scopeFindings(identity.scopes);
  const found = [...scopes, ...(await checks.atStart(identity.scopes))];
  heedFindings(found, logger);
  return { identity, client, checks, found };
}

async function upcomingOf(core: Core): Promise<UpcomingReminder[]> {
  const both = await Promise.all([core.upcoming('channel'), core.upcoming('person')]);
  return both.flat().sort((a, b) => a.at.toMillis() - b.at.toMillis());
}
