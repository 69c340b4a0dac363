import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { manualClock } from '../../sandbox/clock.ts';
import { type LocalSlack, startLocalSlack, TOKENS } from '../../sandbox/slack/server.ts';
import { at } from '../support/build.ts';

const opened = z.object({ url: z.string() });

let slack: LocalSlack;
let sockets: WebSocket[];

beforeEach(async () => {
  slack = await startLocalSlack({ clock: manualClock(at('2026-12-01T09:00')) });
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  await slack.close();
});

/** An app that acknowledges each envelope with its own name. */
async function connect(name: string, handshakeTimeout?: number): Promise<WebSocket> {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKENS.app}` },
  });
  const { url } = opened.parse(await response.json());
  const socket = new WebSocket(url, { handshakeTimeout });
  sockets.push(socket);
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const { envelope_id } = JSON.parse(String(data));
    if (envelope_id) socket.send(JSON.stringify({ envelope_id, payload: { text: name } }));
  });
  return socket;
}

const hello = (socket: WebSocket) => new Promise((resolve) => socket.once('message', resolve));
const deliver = () => slack.deliver('slash_commands', {});
const answered = (text: string) => ({ kind: 'acknowledged', payload: { text } });

describe('a Socket Mode connection', () => {
  it('whose handshake hangs never opens, while the next one does', async () => {
    slack.setSocketFault('handshake hangs');
    const hanging = await connect('hanging', 100);
    const gaveUp = new Promise((resolve) => hanging.once('close', () => resolve('gave up')));
    expect(await Promise.race([gaveUp, hello(hanging)])).toBe('gave up');
    slack.setSocketFault(undefined);
    await hello(await connect('next'));
    expect(await deliver()).toMatchObject(answered('next'));
  });

  it('that goes silent stays open, answers no ping, and delivers nothing', async () => {
    const socket = await connect('silent');
    await hello(socket);
    slack.setSocketFault('silent');
    slack.setSocketFault(undefined);
    let pongs = 0;
    socket.on('pong', () => {
      pongs += 1;
    });
    socket.ping();
    expect(await deliver()).toEqual({ kind: 'too late' });
    expect([pongs, socket.readyState]).toEqual([0, WebSocket.OPEN]);
    await hello(await connect('next'));
    expect(await deliver()).toMatchObject(answered('next'));
  });

  it('that opens while connections go silent says only hello', async () => {
    slack.setSocketFault('silent');
    await hello(await connect('silent'));
    expect(await deliver()).toEqual({ kind: 'too late' });
  });

  it('that is dropped is gone', async () => {
    const socket = await connect('dropped');
    await hello(socket);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    slack.drop();
    await closed;
    expect(await deliver()).toEqual({ kind: 'no connection' });
  });
});
