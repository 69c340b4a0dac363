import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { CachedCalendar } from '../calendar/cached-calendar.ts';
import type { CalendarSnapshot } from '../calendar/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { meetingNames } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { withoutPeople } from '../logger.ts';
import type { Problems } from '../problems.ts';
import { dueReminders } from '../reminders/due-reminders.ts';
import { personalReminders } from '../reminders/keep-personal.ts';
import { keepPosts } from '../reminders/keep-posts.ts';
import type { Ledger } from '../reminders/ports.ts';
import { refreshBeforePosting } from '../reminders/refresh-before-posting.ts';
import type { ScheduledJob } from '../scheduler.ts';
import { type SlackConnection, singleTryClient } from '../slack/connection.ts';
import { slackPoster } from '../slack/poster.ts';
import type { Store } from '../store/open.ts';
import { alertOperator } from './alert-operator.ts';

const KEEP_POSTS = { days: 90 };
const KEEP_DIRECT_MESSAGES = { days: 15 };
// A question is edited within minutes, and delivered again within an hour.
const KEEP_ANSWERS = { days: 1 };

export interface JobParts {
  readonly config: Config;
  readonly group: Group;
  readonly calendar: CachedCalendar;
  readonly connection: SlackConnection;
  readonly store: Store;
  readonly problems: Problems;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stopping: AbortSignal;
}

/** What the bot does by the clock. */
export function scheduledJobs(parts: JobParts): ScheduledJob[] {
  return [refreshJob(parts), postingJob(parts), personalJob(parts)];
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
      const isDue = async (copy: CalendarSnapshot) =>
        (await dueReminders(copy, leads, ledger, clock.now())).length > 0;
      await refreshBeforePosting(calendar, isDue, clock.now());
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
    ...postingTools({ ...parts, logger: withoutPeople(parts.logger) }, personalLedger),
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
        await refreshBeforePosting(calendar, personal.isDue, clock.now());
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
