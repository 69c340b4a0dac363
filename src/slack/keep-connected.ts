import type { Time } from './retry-at-start.ts';

/** One connection, from its making to its end. */
export interface Connection {
  /** Resolves when Slack has said hello. */
  open(): Promise<void>;
  /** Resolves when the connection is over. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

export interface KeptConnection {
  /** Makes the first connection, by one try. */
  open(): Promise<void>;
  /** From here on each connection that is lost is followed by another one. */
  keep(): void;
  isOpen(): boolean;
  close(): Promise<void>;
}

/** Who hears what happens to the connection. */
export interface Watch {
  connected(): void;
  failed(error: unknown): void;
  /** There has been no lasting connection for a minute; `error` is the last try's. */
  down(error: unknown): void;
  /** There is one again. */
  back(): void;
}

const TELL_AFTER_MS = 60_000;
const MAX_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 1_000;
// A connection that is lost sooner counts as a failed try.
const STEADY_MS = 10_000;

/** Keeps one connection open: `connect` makes a new one, each good once. */
export function keepConnected(
  connect: () => Connection,
  watch: Watch,
  time: Time,
  random: () => number,
): KeptConnection {
  const stopping = new AbortController();
  let current: Connection | undefined;
  let isOpen = false;

  async function attempt(): Promise<Connection> {
    const connection = connect();
    try {
      await connection.open();
    } catch (error) {
      // It may take half a minute to close what hangs; the next try does not wait for that.
      void connection.close();
      throw error;
    }
    current = connection;
    isOpen = true;
    void connection.lost.then(() => {
      if (current === connection) isOpen = false;
    });
    watch.connected();
    return connection;
  }

  /** Tries until a connection has stood for a while. */
  async function reconnect(failed: (error: unknown) => void): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      if (failures > 0) await time.wait(pauseMs(failures, random()), stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        if (await isSteady(await attempt(), time, stopping.signal)) return;
        failed(new Error('the connection is lost again within seconds'));
      } catch (error) {
        failed(error);
      }
    }
  }

  async function mend(): Promise<void> {
    const over = new AbortController();
    let lastError: unknown;
    let told = false;
    void time.wait(TELL_AFTER_MS, over.signal).then(() => {
      if (over.signal.aborted || stopping.signal.aborted) return;
      told = true;
      watch.down(lastError);
    });
    await reconnect((error) => {
      lastError = error;
      watch.failed(error);
      if (told) watch.down(error);
    });
    over.abort();
    if (told) watch.back();
  }

  async function stayConnected(): Promise<void> {
    while (!stopping.signal.aborted) {
      await current?.lost;
      if (!stopping.signal.aborted) await mend();
    }
  }

  return {
    async open() {
      await attempt();
    },
    keep() {
      void stayConnected();
    },
    isOpen: () => isOpen,
    async close() {
      stopping.abort();
      await current?.close();
    },
  };
}

/** A second, then twice as long each time, and less by chance, so that replicas don't come in step. */
function pauseMs(failures: number, random: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), MAX_PAUSE_MS) * (1 - random / 2);
}

async function isSteady({ lost }: Connection, time: Time, stopping: AbortSignal): Promise<boolean> {
  const decided = new AbortController();
  const steady = await Promise.race([
    lost.then(() => false),
    time.wait(STEADY_MS, AbortSignal.any([decided.signal, stopping])).then(() => true),
  ]);
  decided.abort();
  return steady;
}
