import type { DateTime } from 'luxon';
import pino, { type DestinationStream } from 'pino';
import { loadGroup } from '../../../src/group/load.ts';
import type { Group } from '../../../src/group/schema.ts';
import { createLogger } from '../../../src/logger.ts';
import { type ManualClock, steppableClock, turnableClock } from '../../clock.ts';
import { Faults } from '../../faults.ts';
import { faultName } from '../../google/server.ts';
import { sampleCalendar } from '../../sample-calendar.ts';
import { sampleNotes, sampleVideos } from '../../sample-files.ts';
import { type Exchange, Traffic } from '../../traffic.ts';
import { ORGANIZERS, startWorld, type World } from '../../world.ts';
import { FaultBoard } from './fault-board.ts';
import { noticeBoard } from './notices.ts';
import type { Notice } from './state.ts';

const MAX_EXCHANGES = 150;

/** The bot and its services, and what the page can control and show. */
export interface Stage {
  readonly world: World;
  readonly clock: ManualClock;
  readonly group: Group;
  readonly faults: FaultBoard;
  readonly notices: () => readonly Notice[];
  readonly exchanges: () => readonly Exchange[];
  /** The local calendar's resources. */
  readonly events: () => readonly unknown[];
  setEvents(events: readonly unknown[]): void;
  /** Whether the group has retired. */
  readonly isRetired: () => boolean;
  /** Retires the group, or makes it active again, as if its file had been edited and the bot restarted. */
  retire(isRetired: boolean): Promise<void>;
  /** The restart that is under way; while it is, the bot can't be asked anything. */
  readonly restart: () => Promise<void> | undefined;
}

export interface StageSettings {
  readonly now: DateTime<true>;
  readonly events: readonly unknown[] | undefined;
  /** Called whenever something has changed. */
  readonly onChange: () => void;
  /** Where the bot's warnings go, in addition to the page. */
  readonly log?: DestinationStream;
}

/** Starts a Slack, a Google Calendar and the bot, on a movable clock. */
export async function setStage({
  now,
  events: given,
  onChange,
  log,
}: StageSettings): Promise<Stage> {
  const clock = turnableClock(now);
  const botClock = steppableClock(clock);
  const group = await loadGroup();
  let events = given ?? sampleCalendar(group, now);
  let isRetired = false;
  let restart: Promise<void> | undefined;
  let exchanges: readonly Exchange[] = [];
  const traffic = new Traffic(clock, (exchange) => {
    exchanges = [...exchanges, exchange].slice(-MAX_EXCHANGES);
    onChange();
  });
  const [googleFaults, slackFaults] = [new Faults(), new Faults()];
  const notices = noticeBoard(onChange);
  const streams = pino.multistream([
    { level: 'warn', stream: notices },
    ...(log ? [{ level: 'warn', stream: log }] : []),
  ]);
  const world = await startWorld(
    {
      clock: botClock,
      events,
      keepsStore: true,
      env: { ORGANIZERS_CHANNEL: ORGANIZERS },
      slack: {
        clock,
        traffic,
        fault: ({ method, params }, run) => slackFaults.apply(method, run, params.channel),
      },
      files: { videos: sampleVideos(events, group, now), notes: sampleNotes(events, group, now) },
      google: {
        clock,
        traffic,
        fault: (url, run) => googleFaults.apply(faultName(url), run),
      },
    },
    createLogger('warn', [], streams),
  );
  world.slack.workspace.onChange(onChange);
  return {
    world,
    clock,
    group,
    faults: new FaultBoard({ ...world, googleFaults, slackFaults, clock: botClock }),
    notices: notices.list,
    exchanges: () => exchanges,
    events: () => events,
    isRetired: () => isRetired,
    async retire(next) {
      await restart;
      restart = (async () => {
        await world.setRetired(next);
        await world.restart();
        isRetired = next;
      })();
      await restart.finally(() => {
        restart = undefined;
      });
    },
    restart: () => restart,
    setEvents(next) {
      events = [...next];
      world.google.setEvents(events);
    },
  };
}
