import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlaygroundServer, servePlayground } from '../../sandbox/playground/browser/server.ts';
import type { Session } from '../../sandbox/playground/browser/session.ts';

const session: Session = {
  state: async () => {
    throw new Error('not asked here');
  },
  async act({ do: what }) {
    if (what === 'read calendar') throw new Error('Google is away.');
  },
  close: async () => {},
};
const page = {
  handle: (_: unknown, response: { end(text: string): void }) => response.end('the page'),
};

describe('the server of the playground', () => {
  let server: PlaygroundServer;
  beforeEach(async () => {
    server = await servePlayground(() => session, page, 4600);
  });
  afterEach(() => server.close());

  const post = (body: unknown, headers = {}) =>
    fetch(`${server.url}/act`, { method: 'POST', body: JSON.stringify(body), headers });

  it('listens only on this machine, on the next port if one is taken', async () => {
    const other = await servePlayground(() => session, page, 4600);
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    expect(other.url).not.toBe(server.url);
    await other.close();
  });

  it('rejects other sites and other host names', async () => {
    const evil = await post({ do: 'read calendar' }, { origin: 'https://evil.example' });
    expect(evil.status).toBe(403);
    expect(await raw(server.url, 'GET / HTTP/1.1\r\nHost: evil.example\r\n')).toMatch(
      /^HTTP\/1.1 403/,
    );
    const upgrade =
      'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';
    expect(await raw(server.url, upgrade)).toBe('');
  });

  it('answers invalid and failing requests with an explanation', async () => {
    const unknown = await post({ do: 'dance' });
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toEqual({ error: 'The sandbox does not understand this.' });
    const failed = await post({ do: 'read calendar' });
    expect(failed.status).toBe(422);
    expect(await failed.json()).toEqual({ error: 'Google is away.' });
    expect((await post({ do: 'open home', as: 'member' })).status).toBe(200);
  });
});

/** The response to a raw request that `fetch` would not send. */
function raw(url: string, request: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(`${request}\r\n`));
    socket.on('data', (data) => {
      answer += String(data);
      socket.end();
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}
