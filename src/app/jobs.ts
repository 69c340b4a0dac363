import { setTimeout as sleep } from 'node:timers/promises';
import { type Pulse, pulse } from '../concurrency/pulse.ts';
import type { Config } from '../config/config.ts';
import type { CheckLink, CommunityPages } from '../following/ports.ts';
import type { MessageKeeper } from '../organizers/kept-messages.ts';
import type { ReadCommunityCalendar } from '../preflight/community-calendar.ts';
import { DELIVERY } from '../reminders/destination.ts';
import type { ObserveAttempt, Poster } from '../reminders/ports.ts';
import type { ScheduledJob } from '../scheduler.ts';
import type { Store } from '../store/open.ts';
import { alertOperator } from './alert-operator.ts';
import { booksJob } from './books-job.ts';
import { type Core, type DeliveryParts, reminderRun } from './compose.ts';
import { followJob } from './follow-job.ts';

const KEEP_ALERTS = { days: 90 };
// Longer than replicas' clocks differ: a message whose record is gone would be posted again.
const KEEP_KEPT = { days: 1 };
// Until everything about a meeting is told.
const KEEP_PLANS = { days: 14 };
// As long as a missing recording is asked about.
const KEEP_OUTCOMES = { days: 400 };
// Long enough for someone to come back from leave.
const KEEP_PAUSED = { days: 30 };
// Questions are edited within minutes, and redelivered within an hour.
const KEEP_ANSWERS = { days: 1 };

export interface JobParts {
  readonly config: Pick<Config, 'reminderCron' | 'calendarCron' | 'alertChannel' | 'followChannel'>;
  readonly core: Core;
  /** Shows people what changed in the calendar, where they may be looking at it. */
  refreshHomes(stopping: AbortSignal, onStep: () => void): Promise<void>;
  readonly store: Store;
  readonly poster: Poster;
  /** Brings the messages for organizers in line. */
  updateOrganizers(): Promise<void>;
  readonly community: Pick<ReadCommunityCalendar, 'refresh'>;
  readonly observe: ObserveAttempt;
  /** What the community publishes; shared by all groups. */
  readonly pages: CommunityPages;
  readonly checkLink: CheckLink;
  /** Keeps the messages for organizers true. */
  readonly keeper: MessageKeeper;
  readonly stopping: AbortSignal;
}

/** The bot's scheduled jobs. */
export function scheduledJobs(parts: JobParts): ScheduledJob[] {
  return [
    refreshJob(parts),
    channelJob(parts),
    peopleJob(parts),
    organizersJob(parts),
    booksJob(parts),
    ...pagesJob(parts),
  ];
}

function refreshJob({ config, core, store, stopping, refreshHomes }: JobParts): ScheduledJob {
  const heart = pulse();
  return {
    name: 'refresh-calendar',
    pulse: heart,
    cron: config.calendarCron,
    async run() {
      const now = core.clock.now();
      await core.calendar.refresh(now);
      await prune(core, store);
      await refreshHomes(stopping, heart.beat);
    },
  };
}

function channelJob(parts: JobParts): ScheduledJob {
  const { config, core, store, poster } = parts;
  const { problems, clock, logger, group } = core;
  const heart = pulse();
  const run = reminderRun('channel', core, deliveryOf(parts, heart));
  const { alertChannel } = config;
  return {
    name: 'channel-reminders',
    pulse: heart,
    cron: config.reminderCron,
    async run() {
      await run();
      if (alertChannel === undefined) return;
      const tools = { alerts: store.alerts, poster, logger, groupId: group.id };
      await alertOperator(problems.list(), alertChannel, tools, clock.now());
    },
  };
}

/** Direct messages have their own job: many of them take minutes, and the channel must not wait. */
function peopleJob(parts: JobParts): ScheduledJob {
  const heart = pulse();
  return {
    name: 'personal-reminders',
    pulse: heart,
    cron: parts.config.reminderCron,
    run: reminderRun('person', parts.core, deliveryOf(parts, heart)),
  };
}

function organizersJob({ config, core, community, updateOrganizers }: JobParts): ScheduledJob {
  return {
    name: 'organizers',
    cron: config.reminderCron,
    async run() {
      await community.refresh(core.clock.now());
      await updateOrganizers();
    },
  };
}

/** Follows what the community publishes, where there is a channel to tell it. */
function pagesJob(parts: JobParts): ScheduledJob[] {
  const { config, core, pages, checkLink, keeper, stopping } = parts;
  const { followChannel: channelId } = config;
  if (channelId === undefined) return [];
  return [followJob({ core, pages, checkLink, keeper, channelId, stopping })];
}

/** Each attempt and each wait is a step: a run that makes them is slow, not stuck. */
function deliveryOf({ poster, observe, stopping }: JobParts, heart: Pulse): DeliveryParts {
  return {
    poster,
    observe(attempt) {
      heart.beat();
      observe(attempt);
    },
    stopping,
    random: Math.random,
    async wait(ms) {
      heart.beat();
      await sleep(ms, undefined, { ref: false, signal: stopping }).catch(() => undefined);
    },
  };
}

/** Deletes what is no longer needed, so that no table grows without bound. */
async function prune({ clock, store }: Core, { alerts, answers }: Store) {
  const now = clock.now();
  const { ledgers, keptMessages, subscriptions } = store;
  await ledgers.channel.prune(now.minus({ days: DELIVERY.channel.keepDays }));
  await keptMessages.prune(now.minus(KEEP_KEPT));
  await ledgers.person.prune(now.minus({ days: DELIVERY.person.keepDays }));
  await store.scheduledMeetings.prune(now.minus(KEEP_PLANS));
  await store.hostClaims.prune(now.minus(KEEP_PLANS));
  await store.meetingOutcomes.prune(now.minus(KEEP_OUTCOMES));
  await subscriptions.forgetPaused(now.minus(KEEP_PAUSED));
  await alerts.prune(now.minus(KEEP_ALERTS));
  await answers.prune(now.minus(KEEP_ANSWERS));
}
