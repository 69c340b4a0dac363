import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * A local proxy in front of any port, for simulating network trouble: a database that fails over, a
 * load balancer that forgets a connection, a firewall that drops packets.
 */
export interface TcpProxy {
  readonly port: number;
  /** How many connections are open. */
  readonly connections: () => number;
  /** Resets every connection, including new ones, until `restore`. */
  cut(): void;
  /** Accepts connections but passes nothing on, either way, until `restore`. */
  hold(): void;
  /** Lets everything through again, including what was held back. */
  restore(): void;
  /** Resets every connection and sends the next ones to another server, as a failover does. */
  redirect(target: Target): void;
  close(): Promise<void>;
}

interface Target {
  readonly port: number;
  readonly host?: string;
}

type State = 'open' | 'cut' | 'held';

export async function startTcpProxy(first: Target): Promise<TcpProxy> {
  let target = first;
  let state: State = 'open';
  const pairs = new Set<Pair>();
  // Nothing that a client sends before the other half is connected is lost.
  const server = createServer({ pauseOnConnect: true }, (client) => {
    if (state === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(target.port, target.host ?? '127.0.0.1');
    const pair = new Pair(client, upstream, () => pairs.delete(pair));
    pairs.add(pair);
    if (state === 'open') pair.flow();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cutAll = () => {
    for (const pair of pairs) pair.reset();
  };
  return {
    port: portOf(server.address()),
    connections: () => pairs.size,
    cut() {
      state = 'cut';
      cutAll();
    },
    hold() {
      state = 'held';
      for (const pair of pairs) pair.stop();
    },
    restore() {
      state = 'open';
      for (const pair of pairs) pair.flow();
    },
    redirect(next) {
      target = next;
      cutAll();
    },
    async close() {
      cutAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A client's connection and the one that serves it; when one ends, so does the other. */
class Pair {
  readonly #ends: readonly [Socket, Socket];

  constructor(client: Socket, upstream: Socket, onEnd: () => void) {
    this.#ends = [client, upstream];
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => to.resetAndDestroy());
      from.on('close', () => {
        to.destroySoon();
        onEnd();
      });
    }
  }

  flow(): void {
    this.stop();
    const [client, upstream] = this.#ends;
    client.pipe(upstream);
    upstream.pipe(client);
  }

  stop(): void {
    for (const end of this.#ends) {
      end.unpipe();
      end.pause();
    }
  }

  reset(): void {
    for (const end of this.#ends) end.resetAndDestroy();
  }
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return address.port;
}
