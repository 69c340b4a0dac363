import { setTimeout as sleep } from 'node:timers/promises';
import type { Limited } from '../concurrency/limited.ts';
import { type Pulse, pulse } from '../concurrency/pulse.ts';
import type { Pace } from '../concurrency/shared-pace.ts';
import type { Config } from '../config/config.ts';
import type { CheckLink, CommunityPages } from '../following/ports.ts';
import { retirementOf } from '../group/lookup.ts';
import type { MessageKeeper } from '../organizers/kept-messages.ts';
import type { Problem } from '../problems.ts';
import { DELIVERY } from '../reminders/destination.ts';
import type { ObserveAttempt, Poster } from '../reminders/ports.ts';
import type { ScheduledJob } from '../scheduler.ts';
import type { Store } from '../store/open.ts';
import { alertOperator } from './alert-operator.ts';
import { booksJob } from './books-job.ts';
import { type Core, type DeliveryParts, reminderRun } from './compose.ts';
import { followJob } from './follow-job.ts';
import type { GroupCore } from './group-cores.ts';

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
  readonly config: Pick<Config, 'reminderCron' | 'calendarCron' | 'follows'>;
  readonly core: GroupCore;
  /** What tells this group's jobs from another's; absent if there is only one group. */
  readonly suffix: string | undefined;
  /** The problems that this group tells its operator. */
  readonly problems: () => readonly Problem[];
  /** Shows people what changed in the group's calendar, where they may be looking at it. */
  refreshHomes(groupId: string, stopping: AbortSignal, onStep: () => void): Promise<void>;
  readonly store: Store;
  readonly poster: Poster;
  /** Brings the group's messages for organizers in line. */
  updateOrganizers(): Promise<void>;
  readonly observe: ObserveAttempt;
  /** What the community publishes; shared by all groups. */
  readonly pages: CommunityPages;
  readonly checkLink: CheckLink;
  /** Keeps the messages for organizers true. */
  readonly keeper: MessageKeeper;
  readonly stopping: AbortSignal;
  /** Of all groups together: what one is told to wait, the others wait too. */
  readonly shared: { readonly readings: Limited; readonly pace: Pace };
}

/** A group's scheduled jobs. They are its own, so that one group's trouble holds no other up. */
export function scheduledJobs(parts: JobParts): ScheduledJob[] {
  return [
    refreshJob(parts),
    channelJob(parts),
    peopleJob(parts),
    ...organizersJob(parts),
    ...recordingsJob(parts),
    ...pagesJob(parts),
  ];
}

function nameOf(job: string, { suffix }: JobParts): string {
  return suffix === undefined ? job : `${job} ${suffix}`;
}

function refreshJob(parts: JobParts): ScheduledJob {
  const { config, core, store, stopping, refreshHomes, shared } = parts;
  const heart = pulse();
  return {
    name: nameOf('refresh-calendar', parts),
    pulse: heart,
    cron: config.calendarCron,
    async run() {
      await shared.readings(() => core.calendar.refresh(core.clock.now()));
      await prune(core, store);
      await refreshHomes(core.group.id, stopping, heart.beat);
    },
  };
}

function channelJob(parts: JobParts): ScheduledJob {
  const { config, core, store, poster, problems } = parts;
  const { clock, logger, group, places } = core;
  const heart = pulse();
  const run = reminderRun('channel', core, deliveryOf(parts, heart, sleeper(parts)));
  return {
    name: nameOf('channel-reminders', parts),
    pulse: heart,
    cron: config.reminderCron,
    async run() {
      await run();
      if (places.alerts === undefined) return;
      const tools = { alerts: store.alerts, poster, logger, groupId: group.id };
      await alertOperator(problems(), places.alerts, tools, clock.now());
    },
  };
}

/** Direct messages have their own job: many of them take minutes, and the channel must not wait. */
function peopleJob(parts: JobParts): ScheduledJob {
  const heart = pulse();
  return {
    name: nameOf('personal-reminders', parts),
    pulse: heart,
    cron: parts.config.reminderCron,
    run: reminderRun('person', parts.core, deliveryOf(parts, heart, parts.shared.pace)),
  };
}

/** A retired group has nothing to organize. */
function organizersJob(parts: JobParts): ScheduledJob[] {
  const { config, core, updateOrganizers } = parts;
  if (retirementOf(core.group)) return [];
  return [
    {
      name: nameOf('organizers', parts),
      cron: config.reminderCron,
      async run() {
        await core.community.refresh(core.clock.now());
        await updateOrganizers();
      },
    },
  ];
}

/** Follows recordings and notes. The recordings of a retired group stay where they are. */
function recordingsJob(parts: JobParts): ScheduledJob[] {
  if (retirementOf(parts.core.group)) return [];
  const job = booksJob(parts);
  return [{ ...job, name: nameOf(job.name, parts) }];
}

/** Follows what the community publishes about an active group, where there is a channel to tell it. */
function pagesJob(parts: JobParts): ScheduledJob[] {
  const { config, core, pages, checkLink, keeper, stopping } = parts;
  const { group, places } = core;
  const channelId = places.organizers ?? places.alerts;
  if (!config.follows || channelId === undefined || retirementOf(group)) return [];
  const job = followJob({ core, pages, checkLink, keeper, channelId, stopping });
  return [{ ...job, name: nameOf(job.name, parts) }];
}

/** Each attempt and each wait is a step: a run that makes them is slow, not stuck. */
function deliveryOf(
  { poster, observe, stopping }: JobParts,
  heart: Pulse,
  pace: Pace,
): DeliveryParts {
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
      await pace(ms);
    },
  };
}

function sleeper({ stopping }: JobParts): Pace {
  return (ms) => sleepUnlessStopping(ms, stopping);
}

/** Waits for this many milliseconds, or returns immediately when the bot stops. */
export async function sleepUnlessStopping(ms: number, stopping: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: false, signal: stopping }).catch(() => undefined);
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
