import { setTimeout as sleep } from 'node:timers/promises';
import type { App, webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { homeTab } from '../../home/home-tab.ts';
import type { Subscriptions } from '../../reminders/ports.ts';
import { adviceFor } from '../failure.ts';
import type { ContextFor } from '../ports.ts';

// Whoever has looked since yesterday may have it open still.
const LOOKERS = { max: 500, ttl: 24 * 60 * 60 * 1000 };
// `views.publish` allows 100 a minute. https://docs.slack.dev/reference/methods/views.publish
const PACE_MS = 700;
const NO_MEETINGS: readonly unknown[] = [];

export interface HomeTools {
  readonly client: webApi.WebClient;
  readonly contextFor: ContextFor;
  readonly logger: Logger;
}

/** The Home tabs of all who look at them. */
export interface HomeTabs {
  publish(userId: string): Promise<void>;
  /** Publishes again for people who looked recently, if the calendar has changed since; a step each. */
  refresh(stopping: AbortSignal, onStep: () => void): Promise<void>;
}

export function homeTabs({ client, contextFor, logger }: HomeTools): HomeTabs {
  const lookers = new LRUCache<string, true>(LOOKERS);
  let shown: readonly unknown[] | undefined;

  async function publish(userId: string): Promise<void> {
    try {
      const blocks = [...(await homeTab(contextFor({ userId, place: 'private' })))];
      await client.views.publish({ user_id: userId, view: { type: 'home', blocks } });
    } catch (error) {
      logger.error({ err: error, advice: adviceFor(error) }, 'Home tab not published');
    }
  }

  /** The same list for as long as nothing in the calendar changes. */
  function meetingsNow(): readonly unknown[] {
    const { calendar } = contextFor({ userId: '', place: 'private' });
    return calendar.kind === 'read' ? calendar.meetings : NO_MEETINGS;
  }

  return {
    async publish(userId) {
      lookers.set(userId, true);
      shown ??= meetingsNow();
      await publish(userId);
    },

    async refresh(stopping, onStep) {
      const meetings = meetingsNow();
      const changed = shown !== undefined && shown !== meetings;
      shown = meetings;
      if (!changed) return;
      for (const userId of [...lookers.keys()]) {
        if (stopping.aborted) return;
        await publish(userId);
        onStep();
        await sleep(PACE_MS, undefined, { ref: false });
      }
    },
  };
}

export interface OpeningTools {
  readonly home: HomeTabs;
  readonly subscriptions: Pick<Subscriptions, 'resume'>;
}

/** Publishes the Home tab when someone opens it. */
export function registerHome(app: App, tools: OpeningTools, inFlight: InFlight): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    await inFlight.run(async () => {
      // Whoever opens it is there.
      await tools.subscriptions.resume(event.user);
      await tools.home.publish(event.user);
    });
  });
}
