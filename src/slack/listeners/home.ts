import { setTimeout as sleep } from 'node:timers/promises';
import type { App, webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { adviceFor } from '../failure.ts';
import type { HomeSource } from '../ports.ts';

// Whoever has looked since yesterday may have it open still.
const LOOKERS = { max: 500, ttl: 24 * 60 * 60 * 1000 };
// `views.publish` allows 100 a minute. https://docs.slack.dev/reference/methods/views.publish
const PACE_MS = 700;

export interface HomeTools {
  readonly client: webApi.WebClient;
  readonly source: HomeSource;
  readonly logger: Logger;
}

/** The Home tabs of all who look at them. */
export interface HomeTabs {
  publish(userId: string): Promise<void>;
  /**
   * Publishes again for people who looked at a group's tab recently, if its calendar has changed since; a
   * step each.
   */
  refresh(groupId: string, stopping: AbortSignal, onStep: () => void): Promise<void>;
}

export function homeTabs({ client, source, logger }: HomeTools): HomeTabs {
  /** Which group each of them sees. */
  const lookers = new LRUCache<string, { readonly groupId: string | undefined }>(LOOKERS);
  const shown = new Map<string, unknown>();

  async function show(userId: string, groupId: string | undefined): Promise<void> {
    try {
      const blocks = [...(await source.blocksFor(userId, groupId))];
      await client.views.publish({ user_id: userId, view: { type: 'home', blocks } });
    } catch (error) {
      logger.error({ err: error, advice: adviceFor(error) }, 'Home tab not published');
    }
  }

  return {
    async publish(userId) {
      const groupId = await source.groupOf(userId);
      lookers.set(userId, { groupId });
      if (groupId !== undefined && !shown.has(groupId))
        shown.set(groupId, source.versionOf(groupId));
      await show(userId, groupId);
    },

    async refresh(groupId, stopping, onStep) {
      if (!shown.has(groupId)) return;
      const before = shown.get(groupId);
      const version = source.versionOf(groupId);
      shown.set(groupId, version);
      if (before === version) return;
      for (const [userId, looker] of [...lookers.entries()]) {
        if (stopping.aborted) return;
        if (looker.groupId !== groupId) continue;
        await show(userId, groupId);
        onStep();
        await sleep(PACE_MS, undefined, { ref: false });
      }
    },
  };
}

export interface OpeningTools {
  readonly home: HomeTabs;
  readonly resume: (userId: string) => Promise<void>;
}

/** Publishes the Home tab when someone opens it. */
export function registerHome(app: App, tools: OpeningTools, inFlight: InFlight): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    await inFlight.run(async () => {
      // Whoever opens it is there.
      await tools.resume(event.user);
      await tools.home.publish(event.user);
    });
  });
}
