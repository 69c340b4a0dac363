import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { listenProblem } from '../listen-problem.ts';

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** The pages, by path. */
export type Pages = ReadonlyMap<string, () => Promise<Page>>;

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

// A few probes and scrapers; whatever else connects must not use up the process's files.
const MAX_CONNECTIONS = 64;
const REQUEST_MS = 5_000;

/** Serves pages to probes. Fails with SetupError when nothing can listen on the port. */
export async function serveHealth(
  port: number,
  pages: Pages,
  logger: Logger,
): Promise<HealthServer> {
  const shared = new Map([...pages].map(([path, render]) => [path, oneAtOnce(render)]));
  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
    void answer(shared, request, response, logger);
  });
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenProblem('HEALTH_PORT', port, error)));
    server.listen(port, resolve);
  });
  server.on('error', (error) => logger.warn({ err: error }, 'health endpoints'));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whoever asks while a page is being made gets the same one: many askers cost no more than one. */
function oneAtOnce(render: () => Promise<Page>): () => Promise<Page> {
  let underWay: Promise<Page> | undefined;
  return () => {
    underWay ??= render().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

async function answer(
  pages: Pages,
  { method, url }: IncomingMessage,
  response: ServerResponse,
  logger: Logger,
): Promise<void> {
  const page = await pageFor(pages, method, url).catch((error: unknown) => {
    logger.error({ err: error }, 'health endpoint failed');
    return plain(500, 'internal error');
  });
  response.writeHead(page.status, { 'content-type': page.type, 'cache-control': 'no-store' });
  response.end(method === 'HEAD' ? undefined : page.body);
}

async function pageFor(pages: Pages, method = '', url = '/'): Promise<Page> {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'only GET and HEAD');
  const render = pages.get(url.replace(/\?.*$/s, ''));
  return render ? render() : plain(404, `not here; there are ${[...pages.keys()].join(', ')}`);
}

/** A page of plain text. */
export function plain(status: number, text: string): Page {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}
