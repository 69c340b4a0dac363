import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseJson } from '../../json.ts';
import { act } from './act.ts';
import { isOwnRequest } from './guard.ts';
import type { ServePage } from './page.ts';
import type { Session } from './session.ts';

// A burst of changes, as of a message and its traffic, is told once.
const TELL_AFTER_MS = 25;
const FIRST_PORT = 4400;
const PORTS = 50;

export interface PlaygroundServer {
  readonly url: string;
  /** Tells all pages that the state has changed. */
  changed(): void;
  close(): Promise<void>;
}

/** Serves the page and its state on 127.0.0.1, on `port` or the next one that is free. */
export async function servePlayground(
  session: () => Session,
  servePage: ServePage,
  port = FIRST_PORT,
): Promise<PlaygroundServer> {
  const pages = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  let closing = false;

  async function tellAll(): Promise<void> {
    timer = undefined;
    if (pages.size === 0) return;
    await send([...pages]);
  }

  async function send(to: readonly ServerResponse[]): Promise<void> {
    try {
      const state = JSON.stringify(await session().state());
      for (const one of to) one.write(`data: ${state}\n\n`);
    } catch (error) {
      // The pages see that their connection ends, and say so.
      for (const one of to) one.end();
      if (!closing) process.stderr.write(`The state could not be read: ${String(error)}\n`);
    }
  }

  const server = createServer((request, response) => {
    if (!isOwnRequest(request, portOf(server))) {
      respond(response, 403, { error: 'Only the page of the playground may ask this.' });
    } else if (request.url === '/events') {
      void listen(request, response);
    } else if (request.url === '/act' && request.method === 'POST') {
      void perform(request, response);
    } else {
      page.handle(request, response);
    }
  });

  async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    pages.add(response);
    request.on('close', () => pages.delete(response));
    await send([response]);
  }

  async function perform(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const parsed = act.safeParse(parseJson(await text(request)));
      if (!parsed.success) {
        respond(response, 400, { error: 'The sandbox does not understand this.' });
        return;
      }
      await session().act(parsed.data);
      respond(response, 200, { ok: true });
    } catch (error) {
      respond(response, 422, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  // Vite's own listener comes after this one.
  server.on('upgrade', (request, socket) => {
    if (!isOwnRequest(request, portOf(server))) socket.destroy();
  });
  const page = await servePage(server);

  const url = `http://127.0.0.1:${await listenOnFree(server, port)}`;
  return {
    url,
    changed() {
      timer ??= setTimeout(() => void tellAll(), TELL_AFTER_MS);
    },
    async close() {
      closing = true;
      clearTimeout(timer);
      await page.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function listenOnFree(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS; port += 1) {
    if (await listens(server, port)) return portOf(server);
  }
  throw new Error(
    `No port from ${first} to ${first + PORTS - 1} is free; name another with --port.`,
  );
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
