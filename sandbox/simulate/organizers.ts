import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { notesAccess } from '../../src/app/books.ts';
import { compose, keeperOf } from '../../src/app/compose.ts';
import { groupCalendars } from '../../src/app/group-calendar.ts';
import { organizing } from '../../src/app/organizing.ts';
import { isTimed, type Meeting } from '../../src/calendar/meeting.ts';
import { parseConfig } from '../../src/config/config.ts';
import { loadGroup, loadGroups } from '../../src/group/load.ts';
import { registryOf } from '../../src/group/registry.ts';
import { NO_COMMUNITY_CALENDAR } from '../../src/preflight/community-calendar.ts';
import { problemList } from '../../src/problems.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import { openStore } from '../../src/store/open.ts';
import { manualClock } from '../clock.ts';
import { BOT } from '../slack/workspace.ts';
import { ORGANIZERS, startServices } from '../world.ts';
import { sampleMeetings, YEAR } from './sample-meetings.ts';
import { describe, type SimulatedPost } from './simulate.ts';

export interface OrganizersSimulation {
  readonly from: DateTime<true>;
  readonly to: DateTime<true>;
  /** A sample year unless given. */
  readonly events: readonly unknown[] | undefined;
}

// When something can be due for a meeting, before its start or after its end.
const BEFORE_START = [{ days: 30 }, { days: 1 }, { minutes: 0 }];
const AFTER_END = [{ minutes: 0 }, { hours: 22 }, { hours: 46 }];
const MAX_JUMP = { days: 7 };
// Meetings further away have nothing due before the next jump.
const PAST = { days: 3 };
const AHEAD = { days: 31 };

/**
 * Runs the organizers' flows on an accelerated clock, with nobody ever pressing a button: the most that is
 * ever posted in their channel. Reports each post as it comes; edits are not posts.
 */
export async function simulateOrganizers(
  { from, to, events: given }: OrganizersSimulation,
  onPost: (post: SimulatedPost) => void,
  logger: Logger,
): Promise<void> {
  const clock = manualClock(from);
  const events = given ?? sampleMeetings(await loadGroup(), from, YEAR);
  const services = await startServices({
    clock,
    events,
    env: { ORGANIZERS_CHANNEL: ORGANIZERS, DIGEST_CRON: '0 15 * * MON' },
  });
  const config = parseConfig(services.env);
  const { group, places } = registryOf(await loadGroups(config)).first;
  const store = await openStore({ kind: 'sqlite', path: ':memory:' }, group.id);
  services.slack.workspace.onMessage((message) => {
    if (!message.edited) onPost(describe(message, clock.now()));
  });
  try {
    const core = await compose({
      group,
      store: store.forGroup(group.id),
      calendars: groupCalendars(config.google, group, logger),
      channelId: config.channel,
      leadTimes: config.reminderLeads,
      clock,
      logger,
      problems: problemList(logger),
    });
    const keeper = keeperOf(core, {
      poster: slackPoster(singleTryClient(config.slack, logger), BOT.userId),
      stopping: new AbortController().signal,
      random: () => 0,
    });
    const notes = notesAccess(core.agendas);
    const community = NO_COMMUNITY_CALENDAR;
    const run = organizing({ core: { ...core, places, community }, config, keeper, notes });
    for (let now = from.startOf('minute'); now < to; ) {
      clock.set(now);
      await core.calendar.refresh(now);
      const state = core.calendar.state();
      if (state.kind !== 'read') throw new Error('The local calendar could not be read.');
      await run();
      now = nextMoment(state.meetings, now);
    }
  } finally {
    await store.close();
    await services.close();
  }
}

function nextMoment(meetings: readonly Meeting[], now: DateTime<true>): DateTime<true> {
  // The digest is due on Monday at 15:00 UTC.
  const monday = now.toUTC().plus({ weeks: 1 }).startOf('week').set({ hour: 15 });
  const jump = now.plus(MAX_JUMP);
  const past = now.minus(PAST).toMillis();
  const ahead = jump.plus(AHEAD).toMillis();
  const moments = meetings
    .filter(isTimed)
    .filter(({ start, end }) => end.toMillis() > past && start.toMillis() < ahead)
    .flatMap(({ start, end }) => [
      ...BEFORE_START.map((before) => start.minus(before)),
      ...AFTER_END.map((after) => end.plus(after)),
    ]);
  return [...moments, monday, jump]
    .filter((moment) => moment > now)
    .reduce((a, b) => (a < b ? a : b));
}

/** How many posts there were about each meeting, in words. */
export function organizersSummary(posts: readonly Pick<SimulatedPost, 'key'>[]): string {
  const about = Map.groupBy(posts, ({ key }) => meetingIn(String(key)));
  const digests = about.get(undefined)?.length ?? 0;
  about.delete(undefined);
  const counts = [...about.values()].map(({ length }) => length);
  const most = Math.max(0, ...counts);
  return `${posts.length} messages: ${digests} digests, and ${posts.length - digests} about ${about.size} meetings, at most ${most} for one`;
}

/** Both `meeting/<id>` and `card/<id>/<start>/…` are about the meeting of that ID. */
function meetingIn(key: string): string | undefined {
  return /^(?:meeting|card)\/([^/]+)/u.exec(key)?.[1];
}
