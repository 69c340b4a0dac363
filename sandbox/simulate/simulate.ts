import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { compose, reminderRun } from '../../src/app/compose.ts';
import { groupCalendars } from '../../src/app/group-calendar.ts';
import { parseConfig } from '../../src/config/config.ts';
import { loadGroup } from '../../src/group/load.ts';
import { problemList } from '../../src/problems.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import { openStore } from '../../src/store/open.ts';
import { manualClock } from '../clock.ts';
import { BOT, type StoredMessage } from '../slack/workspace.ts';
import { startServices } from '../world.ts';

/** One posted message. */
export interface SimulatedPost {
  /** ISO, in UTC. */
  readonly at: string;
  readonly channel: string;
  readonly kind: unknown;
  readonly key: unknown;
  readonly meetingId: unknown;
  readonly text: string;
}

export interface Simulation {
  readonly from: DateTime<true>;
  readonly to: DateTime<true>;
  readonly events: readonly unknown[];
  /** By which route the calendar is read; through the API unless given. */
  readonly route?: 'api' | 'feed';
  /** As in REMINDER_LEADS. */
  readonly leads?: string | undefined;
}

// The calendar is read at least this often, so that no meeting enters its window unnoticed.
const MAX_JUMP = { days: 7 };

/**
 * Runs the real jobs against the sandbox, at each minute in which something can be due, and reports
 * each post as it comes.
 */
export async function simulate(
  { from, to, events, leads, route }: Simulation,
  onPost: (post: SimulatedPost) => void,
  logger: Logger,
): Promise<void> {
  const clock = manualClock(from);
  const services = await startServices({ clock, events });
  const { slack } = services;
  const config = parseConfig({
    ...services.env,
    REMINDER_LEADS: leads,
    ...(route === 'feed' && { GOOGLE_API_KEY: undefined }),
  });
  const group = await loadGroup(config.groupFile);
  const store = await openStore({ kind: 'sqlite', path: ':memory:' }, group.id);
  try {
    const calendars = groupCalendars(config.google, group, logger);
    const core = await compose({
      group,
      store: store.forGroup(group.id),
      calendars,
      channelId: config.channel,
      leadTimes: config.reminderLeads,
      clock,
      logger,
      problems: problemList(logger),
    });
    const run = reminderRun('channel', core, {
      poster: slackPoster(singleTryClient(config.slack, logger), BOT.userId),
      stopping: new AbortController().signal,
      random: () => 0,
      wait: async () => {},
    });
    slack.workspace.onMessage((message) => {
      if (!message.edited) onPost(describe(message, clock.now()));
    });

    for (let now = ceilToMinute(from); now < to; ) {
      clock.set(now);
      await core.calendar.refresh(now);
      if (core.calendar.state().kind !== 'read') {
        throw new Error('The local calendar could not be read.');
      }
      await run();
      const next = (await core.upcoming('channel')).find(({ at }) => at > now);
      const jump = now.plus(MAX_JUMP);
      now = next && next.at < jump ? ceilToMinute(next.at) : jump;
    }
  } finally {
    await store.close();
    await services.close();
  }
}

/** A message as the simulation reports it. */
export function describe(
  { channel, text, metadata }: StoredMessage,
  now: DateTime<true>,
): SimulatedPost {
  const { kind, key, meeting_id: meetingId } = metadata?.event_payload ?? {};
  return {
    at: now.toUTC().toISO({ suppressMilliseconds: true }),
    channel,
    kind,
    key,
    meetingId,
    text,
  };
}

/** Cron runs on whole minutes. */
function ceilToMinute(at: DateTime<true>): DateTime<true> {
  const minute = at.startOf('minute');
  return minute < at ? minute.plus({ minutes: 1 }) : minute;
}
