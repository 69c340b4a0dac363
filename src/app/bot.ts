import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CalendarState } from '../calendar/snapshot.ts';
import { channelsToCheck } from '../checks/channels-to-check.ts';
import { scopeFindings } from '../checks/scopes.ts';
import type { Clock } from '../clock.ts';
import { inFlight } from '../concurrency/in-flight.ts';
import { limited } from '../concurrency/limited.ts';
import { sharedPace } from '../concurrency/shared-pace.ts';
import type { Config } from '../config/config.ts';
import { communityPages } from '../github/community-pages.ts';
import { linkChecker } from '../google/check-link.ts';
import { loadGroups } from '../group/load.ts';
import { type Registry, registryOf } from '../group/registry.ts';
import { type Health, startHealth } from '../health/health.ts';
import { type Problem, type Problems, problemList } from '../problems.ts';
import { prepareOwnModel } from '../questions/own-model.ts';
import type { UpcomingReminder } from '../reminders/upcoming-reminders.ts';
import { startJobs } from '../scheduler.ts';
import { identify, singleTryClient } from '../slack/client.ts';
import { slackConnection } from '../slack/connection.ts';
import { membershipIn } from '../slack/membership.ts';
import { observedFetch } from '../slack/observed-fetch.ts';
import { slackPoster } from '../slack/poster.ts';
import { fetchWithTime } from '../slack/slack-time.ts';
import { stampingPoster } from '../slack/stamping-poster.ts';
import { openStore, type Store } from '../store/open.ts';
import { VERSION } from '../version.ts';
import { refreshBooks } from './books.ts';
import type { Core } from './compose.ts';
import { groupChannelChecks } from './group-channel-checks.ts';
import { type GroupCore, groupCores } from './group-cores.ts';
import { groupWork } from './group-work.ts';
import { heedFindings, summaryOf } from './heed-findings.ts';
import { jobPulses } from './job-pulses.ts';
import { scheduledJobs, sleepUnlessStopping } from './jobs.ts';
import { listenerTools } from './listener-tools.ts';
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
// Each reading holds a whole calendar, and Google has limits.
const READINGS_AT_ONCE = 4;

/** Starts the bot. Fails with SetupError if a setting keeps it from starting. */
export async function startBot(config: Config, clock: Clock, logger: Logger): Promise<Bot> {
  const placed = await loadGroups(config);
  const problems = problemList(logger);
  const health = await startHealth(config.healthPort, clock, logger);
  const firstId = registryOf(placed).first.group.id;
  const store = await openStore(config.store, firstId, storeHealth(problems, clock)).catch(
    async (error: unknown) => {
      await health.close();
      throw error;
    },
  );
  try {
    const observe = health.observers.readOf;
    const cores = await groupCores(placed, { config, store, clock, logger, problems, observe });
    return await connectBot({ config, cores: registryOf(cores), store, health, problems });
  } catch (error) {
    await Promise.all([store.close(), health.close()]);
    throw error;
  }
}

interface BotParts {
  readonly config: Config;
  readonly cores: Registry<GroupCore>;
  readonly store: Store;
  readonly health: Health;
  /** Of the process, such as those of its connection. A single group has the same ones. */
  readonly problems: Problems;
}

/** Connects the groups to Slack, and runs their jobs. */
async function connectBot(parts: BotParts): Promise<Bot> {
  const { config, cores, store, health, problems } = parts;
  const { clock, logger, calendar } = cores.first;
  const { observers } = health;
  const fetchFrom = config.healthPort === undefined ? fetch : observedFetch(observers.call);
  const readings = limited(READINGS_AT_ONCE);
  const firstReadings = cores.all.map((core) => readings(() => core.calendar.refresh(clock.now())));
  const { identity, client, checks, found } = await checkSlack(parts, fetchFrom);
  if (cores.all.some((core) => core.calendar.state().kind === 'never read')) {
    const all = Promise.all(firstReadings);
    await Promise.race([all, sleep(FIRST_READING_MS, undefined, { ref: false })]);
  }
  // Until it is done, answers say what they don't know.
  const firstBooks = Promise.all(
    cores.all.map(async (core, index) => {
      await firstReadings[index];
      await readings(() => refreshBooks(core)).catch((error: unknown) =>
        core.logger.error({ err: error }, 'recordings and notes not read'),
      );
    }),
  );
  const stopping = new AbortController();
  const isAlone = cores.all.length === 1;
  const plainPoster = slackPoster(client, identity.authorization.botUserId);
  const poster = isAlone ? plainPoster : stampingPoster(plainPoster, cores);
  const works = cores.all.map((core) =>
    groupWork(core, {
      config,
      poster,
      observe: observers.attempt,
      stopping: stopping.signal,
    }),
  );
  const observe = observers.request;
  const tools = listenerTools({ cores, works, store, identity, config, problems, observe });
  const connection = slackConnection(config.slack, identity, tools, problems, fetchFrom);
  await connection.start();
  prepareOwnModel().catch((error: unknown) =>
    logger.error({ err: error }, 'model of questions not prepared'),
  );
  const pace = sharedPace((ms) => sleepUnlessStopping(ms, stopping.signal));
  const pages = communityPages(config.communityUrl);
  const planned = works
    .flatMap((work) =>
      scheduledJobs({
        ...work,
        config,
        suffix: isAlone ? undefined : work.core.group.id,
        problems: () => toTell(work.core, parts),
        store,
        poster,
        observe: observers.attempt,
        pages,
        checkLink: linkChecker(config.google.rootUrl),
        refreshHomes: connection.refreshHomes,
        stopping: stopping.signal,
        shared: { readings, pace },
      }),
    )
    .concat(checks.job);
  const jobs = startJobs(planned, inFlight(), logger);
  health.watch({
    isConnected: connection.isConnected,
    pingStore: store.ping,
    calendars: () =>
      cores.all.map((core) => ({ groupId: core.group.id, state: core.calendar.state() })),
    problems: () => cores.all.flatMap((core) => toTell(core, parts)),
    jobs: jobPulses(planned, jobs),
  });
  logger.info({ version: VERSION, ...summaryOf(config, cores.all, found) }, 'bot started');
  return {
    calendar: calendar.state,
    upcoming: async () => (await Promise.all(cores.all.map(upcomingOf))).flat().sort(byTime),
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

/** Who the bot is in Slack, and whether it can do its work there. Fails with SetupError. */
async function checkSlack({ config, cores, problems }: BotParts, fetchFrom: typeof fetch) {
  const { clock, logger } = cores.first;
  const identity = await identify(config.slack, logger);
  const timedFetch = fetchWithTime(clockWatch(problems, clock), clock, fetchFrom);
  const client = singleTryClient(config.slack, logger, timedFetch);
  const checks = groupChannelChecks(
    channelsToCheck(cores.all, config),
    (id) => membershipIn(client, id),
    clock,
  );
  const scopes = scopeFindings(identity.scopes);
  const found = [...scopes, ...(await checks.atStart(identity.scopes))];
  heedFindings(found, logger);
  return { identity, client, checks, found };
}

/** What a group tells its operator: its own problems, and as the first group those of the process. */
function toTell(core: GroupCore, { cores, problems }: BotParts): readonly Problem[] {
  const isFirst = core === cores.first && core.problems !== problems;
  return [...(isFirst ? problems.list() : []), ...core.problems.list()];
}

async function upcomingOf(core: Core): Promise<UpcomingReminder[]> {
  const both = await Promise.all([core.upcoming('channel'), core.upcoming('person')]);
  return both.flat();
}

function byTime(a: UpcomingReminder, b: UpcomingReminder): number {
  return a.at.toMillis() - b.at.toMillis();
}
