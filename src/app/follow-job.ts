import type { DateTime } from 'luxon';
import { pulse } from '../concurrency/pulse.ts';
import { type Comparison, compareGroup, isDue } from '../following/follow.ts';
import { followMessage } from '../following/message.ts';
import type { CheckLink, CommunityPages } from '../following/ports.ts';
import type { MessageKeeper } from '../organizers/kept-messages.ts';
import type { ScheduledJob } from '../scheduler.ts';
import type { Core } from './compose.ts';

// More often than a comparison is due, so that one that failed is soon made up for.
const HOURLY = '41 * * * *';
const REPORT_AFTER = { days: 1 };
// A message that nobody has acted upon for so long is not edited any more.
const KEEP = { days: 120 };

export interface FollowParts {
  readonly core: Core;
  readonly pages: CommunityPages;
  readonly checkLink: CheckLink;
  readonly keeper: MessageKeeper;
  /** Where differences are told. */
  readonly channelId: string;
  readonly stopping: AbortSignal;
}

type Compared = Extract<Comparison, { kind: 'compared' }>;

/** Once a day, compares the group's file with what is published, and tells the organizers what differs. */
export function followJob(parts: FollowParts): ScheduledJob {
  const { core, pages, keeper, channelId, stopping } = parts;
  const { group, store, calendar, problems, clock, logger } = core;
  const heart = pulse();
  const destination = { kind: 'channel', channelId } as const;
  let hasCompared = false;
  let failingSince: DateTime<true> | undefined;

  async function checkLink(url: string): Promise<number | undefined> {
    heart.beat();
    return stopping.aborted ? undefined : parts.checkLink(url);
  }

  function failed(problem: string, now: DateTime<true>): void {
    logger.warn({ problem }, 'group not compared with its pages');
    failingSince ??= now;
    if (now < failingSince.plus(REPORT_AFTER)) return;
    const what = `What the community publishes could not be read for a day: ${problem}`;
    const advice = 'Check the network of this machine, or set FOLLOW=off.';
    problems.report('community', what, advice, now);
  }

  async function tell({ messages, state }: Compared, now: DateTime<true>): Promise<void> {
    const keepUntil = now.plus(KEEP);
    const wanted = messages.map((planned) => ({
      key: `following/${planned.number}`,
      destination,
      message: followMessage(planned, group),
      ifAbsent: planned.says === 'differences' ? ('post' as const) : ('leave' as const),
      keepUntil,
    }));
    await keeper.keep(wanted, now);
    // What could not be posted is tried again within the hour, with the state from before.
    const [open] = wanted.filter(({ ifAbsent }) => ifAbsent === 'post');
    if (open && (await keeper.find(open.key)) === undefined) return;
    await store.followStates.save(state);
    hasCompared = true;
  }

  return {
    name: 'follow-pages',
    pulse: heart,
    cron: HOURLY,
    async run() {
      const now = clock.now();
      const before = await store.followStates.load();
      // The file may have been changed while the bot was down.
      if (hasCompared && !isDue(before, now)) return;
      const tools = { pages, checkLink, calendar: calendar.state() };
      const result = await compareGroup(group, before, tools, now);
      switch (result.kind) {
        case 'not followed':
          return;
        case 'not compared':
          return failed(result.problem, now);
        case 'compared':
          failingSince = undefined;
          problems.solved('community');
          return tell(result, now);
      }
    },
  };
}
