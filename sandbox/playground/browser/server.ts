import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseJson } from '../../json.ts';
import { act } from './act.ts';
import { Followers } from './followers.ts';
import { isOwnRequest } from './guard.ts';
import type { PageFiles } from './page.ts';
import type { Session } from './session.ts';

const FIRST_PORT = 4400;
const PORTS = 50;

export interface PlaygroundServer {
  readonly url: string;
  /** Tells all pages that the state has changed. */
  changed(): void;
  /** Sends the pages that are there nothing more, before the session ends. */
  dismiss(): void;
  close(): Promise<void>;
}

/** Serves the page and its state on 127.0.0.1, on `port` or the next free one. */
export async function servePlayground(
  session: () => Session,
  page: PageFiles,
  port = FIRST_PORT,
): Promise<PlaygroundServer> {
  const followers = new Followers(() => session().state());
  const server = createServer((request, response) => {
    if (!isOwnRequest(request, portOf(server))) {
      respond(response, 403, { error: 'Only the playground’s page may request this.' });
    } else if (request.url === '/events') {
      void followers.add(request, response);
    } else if (request.url === '/act' && request.method === 'POST') {
      void perform(request, response, session());
    } else {
      page.handle(request, response);
    }
  });
  // The page needs no other protocol.
  server.on('upgrade', (_, socket) => socket.destroy());
  const url = `http://127.0.0.1:${await listenOnFree(server, port)}`;
  return {
    url,
    changed: () => followers.changed(),
    dismiss: () => followers.dismiss(),
    async close() {
      followers.dismiss();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function perform(
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
): Promise<void> {
  try {
    const parsed = act.safeParse(parseJson(await text(request)));
    if (!parsed.success) {
      respond(response, 400, { error: 'The sandbox does not understand this.' });
      return;
    }
    await session.act(parsed.data);
    respond(response, 200, { ok: true });
  } catch (error) {
    respond(response, 422, { error: error instanceof Error ? error.message : String(error) });
  }
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
    `No port from ${first} to ${first + PORTS - 1} is free; choose another with --port.`,
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
