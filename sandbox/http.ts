import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { DateTime } from 'luxon';

export interface LocalServer {
  readonly server: Server;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, url: URL, body: string) => Promise<Reply>;

export interface Reply {
  readonly status: number;
  /** JSON, or a string as is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection breaks in the middle of the body. */
  readonly cutOff?: boolean;
}

/** Thrown by a handler: the connection breaks without a response. */
export class Dropped extends Error {
  override readonly name = 'Dropped';
}

/**
 * Serves JSON on a free port of 127.0.0.1. If a handler throws, the response is a 500 with its message.
 * `now` provides the responses' `Date`.
 */
export async function serve(handler: Handler, now = () => DateTime.utc()): Promise<LocalServer> {
  const server = createServer((request, response) => {
    response.setHeader('date', now().toHTTP());
    void answer(handler, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${portOf(server)}`;
  return {
    server,
    origin,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  try {
    const reply = await handler(request, url, await text(request));
    send(reply, response);
  } catch (error) {
    if (error instanceof Dropped) {
      request.socket.destroy();
      return;
    }
    response.writeHead(500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: String(error) }));
  }
}

function send({ status, headers, body, cutOff }: Reply, response: ServerResponse) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const length = cutOff ? { 'content-length': String(bytes.length) } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...headers, ...length });
  if (!cutOff) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
