import { manualClock } from '../../sandbox/clock.ts';
import type { Reply } from '../../sandbox/http.ts';
import type { ApiCall } from '../../sandbox/slack/server.ts';
import { BOT, type StoredMessage } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, startServices } from '../../sandbox/world.ts';
import { parseConfig } from '../../src/config/config.ts';
import { mistakeMessage } from '../../src/messages/mistake.ts';
import { type KeptMessage, messageKeeper } from '../../src/organizers/kept-messages.ts';
import { organizersProblems } from '../../src/organizers/problems.ts';
import { problemList } from '../../src/problems.ts';
import { singleTryClient } from '../../src/slack/client.ts';
import { slackPoster } from '../../src/slack/poster.ts';
import type { GroupStore } from '../../src/store/open.ts';
import { type Mortality, mortal } from '../reliability/mortal.ts';
import { at, silent } from './build.ts';

export const NOW = at('2026-12-01T09:00');

/** A kept message in the sandbox's channel. */
export function kept(key: string, text: string, changes: Partial<KeptMessage> = {}): KeptMessage {
  return {
    key,
    destination: { kind: 'channel', channelId: CHANNEL },
    message: mistakeMessage(text),
    ifAbsent: 'post',
    keepUntil: NOW.plus({ days: 7 }),
    ...changes,
  };
}

/** Keeps messages in a local Slack, over the real protocol, in a store. */
export async function keepingBench(store: () => Pick<GroupStore, 'keptMessages'>) {
  const clock = manualClock(NOW);
  let fault: (call: ApiCall, run: () => Reply) => Reply = (_, run) => run();
  const services = await startServices({
    clock,
    events: [],
    slack: { fault: async (call, run) => fault(call, run), postsAMinute: Number.POSITIVE_INFINITY },
  });
  const poster = slackPoster(singleTryClient(parseConfig(services.env).slack, silent), BOT.userId);
  const problems = problemList(silent);
  const { workspace } = services.slack;
  const texts = (channel = CHANNEL) =>
    workspace.messages(channel).map(({ text }: StoredMessage) => text);
  return {
    clock,
    problems,
    services,
    texts,
    setFault(next: typeof fault) {
      fault = next;
    },
    /** A process of the bot, which may be about to die. */
    keeper: (life: Mortality = { dead: false, stepsLeft: Number.POSITIVE_INFINITY }) =>
      messageKeeper({
        ledger: mortal(store().keptMessages, life),
        poster: mortal(poster, life),
        problems: organizersProblems(problems),
        journal: silent,
        clock,
        stopping: new AbortController().signal,
        random: () => 0,
        groupId: 'wg',
      }),
  };
}

export type KeepingBench = Awaited<ReturnType<typeof keepingBench>>;
