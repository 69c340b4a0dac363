import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { parseJson } from '../json.ts';
import { ACKNOWLEDGE_WITHIN_MS, type Delivery, type Transport } from './transport.ts';
import { APP_ID } from './workspace.ts';

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() });

const PATH = '/link';
const CLOSE_WITHIN_MS = 1000;

/** Socket Mode: envelopes over a WebSocket, each to be acknowledged by its id. */
export interface SocketMode extends Transport {
  /** Address for one connection; the ticket in it is good once. */
  issueUrl(): string;
  /** Resolves when an app is connected. */
  connected(): Promise<void>;
  /** Asks the app to connect anew, as Slack does every few hours. */
  disconnect(): void;
  /** Closes what is still open. */
  close(): Promise<void>;
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode/ */
export function socketMode(server: Server, origin: () => string): SocketMode {
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let onConnect: (() => void)[] = [];
  const wss = new WebSocketServer({ noServer: true });

  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== PATH || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, accept);
  });

  function accept(socket: WebSocket): void {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const parsed = acknowledgement.safeParse(parseJson(String(data)));
      if (parsed.success) waiting.get(parsed.data.envelope_id)?.(parsed.data.payload);
    });
    const hello = {
      type: 'hello',
      num_connections: sockets.size,
      connection_info: { app_id: APP_ID },
    };
    socket.send(JSON.stringify(hello));
    for (const resolve of onConnect) resolve();
    onConnect = [];
  }

  return {
    issueUrl() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${origin().replace(/^http/, 'ws')}${PATH}?ticket=${ticket}`;
    },

    connected: () =>
      sockets.size > 0 ? Promise.resolve() : new Promise((resolve) => onConnect.push(resolve)),

    deliver(kind, payload) {
      const [socket] = sockets;
      if (!socket) return Promise.resolve({ kind: 'no connection' });
      const envelope_id = randomUUID();
      const accepts_response_payload = kind !== 'events_api';
      const sentAt = performance.now();
      return new Promise<Delivery>((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(envelope_id);
          resolve({ kind: 'too late' });
        }, ACKNOWLEDGE_WITHIN_MS);
        waiting.set(envelope_id, (answer) => {
          clearTimeout(timer);
          waiting.delete(envelope_id);
          const afterMs = performance.now() - sentAt;
          resolve({ kind: 'acknowledged', payload: answer, afterMs });
        });
        socket.send(JSON.stringify({ envelope_id, type: kind, accepts_response_payload, payload }));
      });
    },

    disconnect() {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        sockets.delete(socket);
      }
    },

    async close() {
      wss.close();
      await Promise.all([...sockets].map(closeGently));
    },
  };
}

function closeGently(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS);
    socket.once('close', () => {
      clearTimeout(impatient);
      resolve();
    });
    socket.close(1001);
  });
}
