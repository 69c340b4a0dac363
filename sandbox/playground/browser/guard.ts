import type { IncomingMessage } from 'node:http';

/**
 * Whether a request is the page's own. Another site open in the browser could also reach a server on
 * this machine: from its own origin, or under its own host name pointed here.
 */
export function isOwnRequest({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
}
