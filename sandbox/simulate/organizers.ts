import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { bookSources, NO_SOURCES, notesAccess, refreshBooks } from '../../src/app/books.ts';
import { compose, keeperOf } from '../../src/app/compose.ts';
import { groupCalendars } from '../../src/app/group-calendar.ts';
import { organizing } from '../../src/app/organizing.ts';
import { isTimed, type Meeting } from '../../src/calendar/meeting.ts';
import { parseConfig } from '../../src/config/config.ts';
import { loadGroup, loadGroups } from '../../src/group/load.ts';
import { titleTemplate } from '../../src/group/lookup.ts';
import { registryOf } from '../../src/group/registry.ts';
import type { Group } from '../../src/group/schema.ts';
import { NO_COMMUNITY_CALENDAR } from '../../src/preflight/community-calendar.ts';
import { problemList } from '../../src/problems.ts';
import { recordingTitle } from '../../src/recordings/recording-title.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import { openStore } from '../../src/store/open.ts';
import { manualClock } from '../clock.ts';
import { BOT } from '../slack/workspace.ts';
import { ORGANIZERS, PLAYLIST, startServices } from '../world.ts';
import type { LocalYouTube } from '../youtube/youtube.ts';
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
const UPLOADED_AFTER = { hours: 22 };
const AFTER_END = [{ minutes: 0 }, UPLOADED_AFTER, { hours: 46 }];
// Of so many meetings, one is never uploaded.
const ONE_IS_MISSING_OF = 5;
const MAX_JUMP = { days: 7 };
// Meetings further away have nothing due before the next jump.
const PAST = { days: 3 };
const AHEAD = { days: 31 };

/**
 * Runs the organizers' flows on an accelerated clock, with nobody ever pressing a button; most videos are uploaded,
 * a few never. Reports each post as it comes; edits are not posts.
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
      // Its documents do not exist.
      bookSources: { ...bookSources(config, group), notes: NO_SOURCES.notes },
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
    const upload = uploader(services.youtube, group);
    for (let now = from.startOf('minute'); now < to; ) {
      clock.set(now);
      await core.calendar.refresh(now);
      const state = core.calendar.state();
      if (state.kind !== 'read') throw new Error('The local calendar could not be read.');
      upload(state.meetings, now);
      await refreshBooks(core);
      await run();
      now = nextMoment(state.meetings, now);
    }
  } finally {
    await store.close();
    await services.close();
  }
}

/** Uploads the videos of meetings that have been over for a while, but for a few. */
function uploader(youtube: LocalYouTube, group: Group) {
  const seen = new Set<string>();
  return (meetings: readonly Meeting[], now: DateTime<true>) => {
    const over = meetings
      .filter(isTimed)
      .filter(({ id, end }) => !seen.has(id) && end.plus(UPLOADED_AFTER) <= now);
    for (const meeting of over) {
      seen.add(meeting.id);
      const isMissing = seen.size % ONE_IS_MISSING_OF === 0;
      if (!isMissing) youtube.upload(PLAYLIST, recordingTitle(titleTemplate(group), meeting), now);
    }
  };
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
  const [digests, missing] = ['digest', 'recordings'].map(
    (kind) => posts.filter(({ key }) => String(key).startsWith(`${kind}/`)).length,
  );
  about.delete(undefined);
  const counts = [...about.values()].map(({ length }) => length);
  const most = Math.max(0, ...counts);
  const sum = counts.reduce((a, b) => a + b, 0);
  return `${posts.length} messages: ${digests} digests, ${missing} about missing recordings, and ${sum} about ${about.size} meetings, at most ${most} for one`;
}

/** Both `meeting/<id>` and `card/<id>/<start>/…` are about the meeting of that ID. */
function meetingIn(key: string): string | undefined {
  return /^(?:meeting|card)\/([^/]+)/u.exec(key)?.[1];
}
