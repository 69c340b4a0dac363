import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { App } from '@slack/bolt';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { problemList } from '../../src/problems.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { REAL_TIME, type Time } from '../../src/slack/retry-at-start.ts';
import { socketModeReceiver } from '../../src/slack/socket-mode.ts';
import { memoryLogger } from '../support/build.ts';

type Fault = 'none' | 'no address' | 'a page' | 'refusal' | 'no handshake' | 'no hello' | 'goodbye';

/** What Socket Mode needs from Slack, with faults for each step. */
async function startSlack() {
  let fault: Fault = 'none';
  const sockets = new Set<Socket>();
  const connections = new Set<WebSocket>();
  const wss = new WebSocketServer({ noServer: true });
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    if (fault === 'no address') response.writeHead(503).end();
    else if (fault === 'a page') response.end('<html>Sign in</html>');
    else if (fault === 'refusal') response.end('{"ok":false,"error":"internal_error"}');
    else response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port()}/link` }));
  });
  const port = () => (server.address() as AddressInfo).port;
  server.on('connection', (socket) => sockets.add(socket));
  server.on('upgrade', (request, socket, head) => {
    if (fault === 'no handshake') return;
    wss.handleUpgrade(request, socket, head, (connection) => {
      connections.add(connection);
      connection.on('close', () => connections.delete(connection));
      if (fault === 'goodbye') connection.close();
      else if (fault !== 'no hello') connection.send('{"type":"hello"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${port()}/api/`,
    fail(next: Fault) {
      fault = next;
      for (const connection of connections) connection.terminate();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
    /** What the app acknowledges a command with. */
    ask: () =>
      new Promise<string>((resolve, reject) => {
        const [connection] = connections;
        if (!connection) return reject(new Error('no connection'));
        connection.once('message', (data) => resolve(String(data)));
        connection.once('close', () => reject(new Error('closed')));
        const payload = { command: '/x', user_id: 'U1', team_id: 'T1', channel_id: 'C1' };
        const accepts_response_payload = true;
        const envelope = { envelope_id: 'e', type: 'slash_commands', payload };
        connection.send(JSON.stringify({ ...envelope, accepts_response_payload }));
      }),
  };
}

// A minute passes within half a second.
const fast: Time = { ...REAL_TIME, wait: (ms, signal) => REAL_TIME.wait(ms / 120, signal) };

let slack: Awaited<ReturnType<typeof startSlack>>;
let app: App;
let log: ReturnType<typeof memoryLogger>;
let problems: ReturnType<typeof problemList>;

beforeEach(async () => {
  slack = await startSlack();
  log = memoryLogger();
  problems = problemList(log.logger);
  const clock = { now: () => DateTime.utc() };
  const tools = { problems, clock, logger: log.logger };
  app = new App({
    receiver: socketModeReceiver({ appToken: 'xapp-1', apiUrl: slack.apiUrl }, tools, fast),
    authorize: async () => ({ botToken: 'xoxb-1' }),
    logger: boltLogger(log.logger),
    convoStore: false,
  });
  app.command('/x', async ({ ack }) => ack('here'));
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

const answers = () => expect.poll(() => slack.ask().catch(String));

it.each(['no address', 'a page', 'refusal', 'no handshake', 'no hello', 'goodbye'] as const)(
  'bolt-js#1061: hears again after %s, and the operator is told meanwhile',
  async (fault) => {
    await app.start();
    expect(await slack.ask()).toContain('here');
    slack.fail(fault);
    await expect
      .poll(() => problems.list())
      .toMatchObject([
        { cause: 'connection', what: expect.stringMatching(/hears nothing: Slack/) },
      ]);
    expect(log.lines.filter(({ msg }) => msg === 'problem')).toHaveLength(1);
    slack.fail('none');
    await answers().toContain('here');
    await expect.poll(() => problems.list()).toEqual([]);
  },
);

it('connects although the first handshake hangs', async () => {
  slack.fail('no handshake');
  const started = app.start();
  await expect.poll(() => log.lines.map(({ problem }) => problem).join()).toMatch(/WebSocket/);
  slack.fail('none');
  await started;
  expect(await slack.ask()).toContain('here');
});
