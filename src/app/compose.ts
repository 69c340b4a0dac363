import type { Logger } from 'pino';
import {
  type CachedCalendar,
  type CalendarTools,
  cachedCalendar,
  noCalendar,
} from '../calendar/cached-calendar.ts';
import { jointCalendar } from '../calendar/joint-calendar.ts';
import { optionalCalendar } from '../calendar/optional-calendar.ts';
import { sharedProblems } from '../calendar/shared-problems.ts';
import type { Clock } from '../clock.ts';
import type { ChannelReminders } from '../commands/ports.ts';
import { meetingNames } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { type HostBook, hostBook } from '../hosting/host-book.ts';
import { withoutPeople } from '../logger.ts';
import { type MessageKeeper, messageKeeper } from '../organizers/kept-messages.ts';
import type { KeptPoster } from '../organizers/ports.ts';
import { organizersProblems } from '../organizers/problems.ts';
import type { Problems } from '../problems.ts';
import { type Audience, channelAudience, peopleAudience } from '../reminders/audience.ts';
import type { DestinationKind } from '../reminders/destination.ts';
import type { LeadTimes } from '../reminders/lead-times.ts';
import { noticesAtShortNotice, noticeTime } from '../reminders/notices.ts';
import type { ObserveAttempt, Poster } from '../reminders/ports.ts';
import { reconciler } from '../reminders/reconcile.ts';
import { refreshBeforePosting } from '../reminders/refresh-before-posting.ts';
import { type UpcomingReminder, upcomingReminders } from '../reminders/upcoming-reminders.ts';
import type { GroupStore } from '../store/open.ts';
import { agendaFor, type BookSources, type Books, composeBooks, NO_SOURCES } from './books.ts';
import type { GroupCalendar } from './group-calendar.ts';

/** The parts of one group's bot, for the running bot, the simulation and the preview alike. */
export interface CoreParts {
  readonly group: Group;
  readonly store: GroupStore;
  /** None if the group publishes no calendar. */
  readonly calendars: readonly GroupCalendar[];
  /** Where recordings and notes are read; nowhere if absent. */
  readonly bookSources?: BookSources;
  /** The channel for reminders. */
  readonly channelId: string;
  readonly leadTimes: LeadTimes;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly problems: Problems;
}

/** One group's calendar and its audiences. */
export interface Core
  extends Pick<CoreParts, 'group' | 'store' | 'clock' | 'logger' | 'problems'>,
    Books {
  /** With who hosts each meeting, as of the last `hosts.refresh`. */
  readonly calendar: CachedCalendar;
  readonly hosts: Pick<HostBook, 'refresh'>;
  readonly audiences: Readonly<Record<DestinationKind, Audience>>;
  /** The next reminders for one kind of destination. */
  upcoming(kind: DestinationKind): Promise<readonly UpcomingReminder[]>;
  readonly posted: ChannelReminders['posted'];
}

/** The one place that wires up a group, for the bot, the preview, the simulation and the tests. */
export async function compose(parts: CoreParts): Promise<Core> {
  const { group, store, calendars, channelId, leadTimes, clock, logger, problems } = parts;
  const { ledgers, subscriptions } = store;
  const books = composeBooks(group, store, parts.bookSources ?? NO_SOURCES, { logger, problems });
  const channel = { kind: 'channel', channelId } as const;
  const read = await openCalendar(calendars, store, {
    journal: logger,
    problems,
    async onSnapshot(before, snapshot) {
      const now = snapshot.readAt;
      const notices = noticesAtShortNotice(channel, before, snapshot);
      const queued = notices.map((post) => ({ post, notBefore: noticeTime(post, now) }));
      await ledgers.channel.enqueue(queued, now);
    },
  });
  const hosts = hostBook(read, store.hostClaims);
  const { calendar } = hosts;
  const audiences = {
    channel: channelAudience(channelId, leadTimes),
    person: peopleAudience(subscriptions, (about) => meetingNames(group, about)),
  };
  return {
    group,
    store,
    clock,
    logger,
    problems,
    calendar,
    ...books,
    hosts,
    audiences,
    async upcoming(kind) {
      const state = calendar.state();
      if (state.kind !== 'read') return [];
      return upcomingReminders(audiences[kind], state, ledgers[kind], clock.now());
    },
    posted: ledgers.channel.posted,
  };
}

async function openCalendar(
  calendars: readonly GroupCalendar[],
  { calendarSnapshots }: GroupStore,
  tools: CalendarTools,
): Promise<CachedCalendar> {
  if (calendars.length === 0) return noCalendar();
  const problems = sharedProblems(tools.problems);
  const opened = calendars.map(async ({ id, source, isOptional = false }) => {
    const own = { ...tools, problems: problems() };
    const calendar = await cachedCalendar(id, source, calendarSnapshots, own);
    return isOptional ? optionalCalendar(calendar) : calendar;
  });
  return jointCalendar(await Promise.all(opened));
}

export interface DeliveryParts {
  readonly poster: Poster;
  readonly observe?: ObserveAttempt;
  /** Aborted when the bot stops. */
  readonly stopping: AbortSignal;
  /** A number from 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  /** Waits for this many milliseconds, or returns immediately when the bot stops. */
  wait(ms: number): Promise<void>;
}

/** A run that brings the messages to one kind of destination in line with the calendar. */
export function reminderRun(
  kind: DestinationKind,
  { group, store, calendar, hosts, audiences, agendas, clock, logger, problems }: Core,
  delivery: DeliveryParts,
): () => Promise<void> {
  const engine = reconciler(audiences[kind], {
    ...delivery,
    ledger: store.ledgers[kind],
    problems,
    clock,
    journal: kind === 'person' ? withoutPeople(logger) : logger,
    groupId: group.id,
    zone: group.zone,
    agendaOf: agendaFor({ group, agendas }),
  });
  return async () => {
    let progress: 'done' | 'more' = 'more';
    while (progress === 'more' && !delivery.stopping.aborted) {
      await refreshBeforePosting(calendar, engine.isDue, clock.now());
      // All replicas read the same claims, so that none takes a host's name off again.
      await hosts.refresh();
      const state = calendar.state();
      progress = state.kind === 'read' ? await engine.reconcile(state) : 'done';
    }
  };
}

/** Keeps a group's messages for its organizers true. */
export function keeperOf(
  { group, store, clock, logger, problems }: Core,
  delivery: Omit<DeliveryParts, 'wait'> & { readonly poster: KeptPoster },
): MessageKeeper {
  return messageKeeper({
    ...delivery,
    ledger: store.keptMessages,
    problems: organizersProblems(problems),
    clock,
    journal: logger,
    groupId: group.id,
  });
}
