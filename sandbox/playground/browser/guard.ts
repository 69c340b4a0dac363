import type { IncomingMessage } from 'node:http';

/**
 * Whether a request is the page's own. Another site that a browser has open could reach a server on
 * this machine too: by its own origin, or under a name of its own that it lets point here.
 */
export function isOwnRequest({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
}
