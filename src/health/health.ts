import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { eventLoopLag } from './gauges.ts';
import { botMetrics } from './metrics.ts';
import { type Observers, UNOBSERVED } from './observers.ts';
import { lifeProblems, type Readiness, readinessProblems } from './probes.ts';
import { type Page, plain, serveHealth } from './server.ts';
import type { Vitals } from './vitals.ts';

/** How others can see from outside whether the bot is well. */
export interface Health {
  /** Told what the bot does. */
  readonly observers: Observers;
  /** The bot has started. */
  watch(vitals: Vitals): void;
  /** The bot is going to stop: it is alive, and not ready from here on. */
  stopping(): void;
  close(): Promise<void>;
}

const NO_HEALTH: Health = {
  observers: UNOBSERVED,
  watch() {},
  stopping() {},
  close: async () => {},
};

// A probe gives up after a second or so, and a database that is that slow is of no use to anyone.
const PING_MS = 900;

/** Serves /livez, /readyz and /metrics on a port; nothing if there is none. Fails with SetupError. */
export async function startHealth(
  port: number | undefined,
  clock: Clock,
  logger: Logger,
): Promise<Health> {
  if (port === undefined) return NO_HEALTH;
  let vitals: Vitals | undefined;
  let stopping = false;
  const storeWorks = storeProbe(() => vitals?.pingStore());
  const lag = eventLoopLag();
  const metrics = botMetrics(() => vitals, clock, lag);
  const pages = new Map([
    ['/livez', async () => verdict(lifeProblems(vitals?.jobs() ?? []))],
    [
      '/readyz',
      async () => verdict(readinessProblems(await readiness(vitals, stopping, storeWorks))),
    ],
    [
      '/metrics',
      async () => ({ status: 200, type: metrics.contentType, body: await metrics.render() }),
    ],
  ]);
  const server = await serveHealth(port, pages, logger).catch((error: unknown) => {
    lag.end();
    throw error;
  });
  logger.info({ port: server.port }, 'health endpoints open');
  return {
    observers: metrics.observers,
    watch(next) {
      vitals = next;
    },
    stopping() {
      stopping = true;
    },
    async close() {
      lag.end();
      await server.close();
    },
  };
}

function verdict(problems: readonly string[]): Page {
  return problems.length === 0 ? plain(200, 'ok') : plain(503, problems.join('\n'));
}

async function readiness(
  vitals: Vitals | undefined,
  stopping: boolean,
  storeWorks: () => Promise<boolean>,
): Promise<Readiness> {
  if (stopping) return { phase: 'stopping' };
  if (!vitals) return { phase: 'starting' };
  return {
    phase: 'running',
    connected: vitals.isConnected(),
    storeWorks: await storeWorks(),
    calendars: vitals.calendars(),
  };
}

/** Whether the store responds in time. One that hangs is asked again only when it has responded. */
function storeProbe(ping: () => Promise<void> | undefined): () => Promise<boolean> {
  let underWay: Promise<boolean> | undefined;
  async function works(): Promise<boolean> {
    try {
      await ping();
      return true;
    } catch {
      return false;
    } finally {
      underWay = undefined;
    }
  }
  return () => {
    underWay ??= works();
    return Promise.race([underWay, sleep(PING_MS, false, { ref: false })]);
  };
}
