import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { PendingEnvelopes } from './pending-envelopes.ts';
import type { Delivery, DeliveryKind, Transport } from './transport.ts';
import { APP_ID } from './workspace.ts';

const PATH = '/link';
const CLOSE_WITHIN_MS = 1000;

/**
 * What can be wrong with connections: a handshake that is never answered, or a connection that goes
 * silent after its hello. Connections that were hit stay broken; later ones work.
 */
export type SocketFault = 'handshake hangs' | 'silent';

/**
 * Socket Mode: envelopes over a WebSocket, each to be acknowledged by its ID.
 * https://docs.slack.dev/apis/events-api/using-socket-mode/
 */
export class SocketMode implements Transport {
  readonly #origin: () => string;
  readonly #tickets = new Set<string>();
  readonly #sockets = new Set<WebSocket>();
  readonly #silent = new Set<WebSocket>();
  readonly #hanging = new Set<Duplex>();
  readonly #envelopes = new PendingEnvelopes();
  readonly #wss = new WebSocketServer({ noServer: true });
  #onConnect: (() => void)[] = [];
  #fault: SocketFault | undefined;

  constructor(server: Server, origin: () => string) {
    this.#origin = origin;
    server.on('upgrade', (request, socket, head) => this.#shakeHands(request, socket, head));
  }

  /** Address for one connection; its ticket can be used once. */
  issueUrl(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `${this.#origin().replace(/^http/, 'ws')}${PATH}?ticket=${ticket}`;
  }

  /** Resolves when an app is connected. */
  connected(): Promise<void> {
    if (this.#sockets.size > this.#silent.size) return Promise.resolve();
    return new Promise((resolve) => this.#onConnect.push(resolve));
  }

  /** Delivers over the newest connection. */
  deliver(kind: DeliveryKind, payload: Readonly<Record<string, unknown>>): Promise<Delivery> {
    const socket = [...this.#sockets].at(-1);
    if (!socket) return Promise.resolve({ kind: 'no connection' });
    return this.#envelopes.deliver(kind, payload, (envelope) => {
      if (!this.#silent.has(socket)) socket.send(envelope);
    });
  }

  /** Asks the app to reconnect, as Slack does every few hours. */
  disconnect(): void {
    for (const socket of this.#sockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      this.#sockets.delete(socket);
    }
  }

  /** Drops the connections without warning. */
  drop(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  /** Applies a fault to connections, including open ones; undefined ends it. */
  setFault(fault: SocketFault | undefined): void {
    this.#fault = fault;
    if (fault === 'silent') for (const socket of this.#sockets) this.#silence(socket);
  }

  /** Closes everything still open. */
  async close(): Promise<void> {
    this.#wss.close();
    for (const socket of this.#hanging) socket.destroy();
    for (const socket of this.#silent) socket.terminate();
    await Promise.all([...this.#sockets].map(closeGently));
  }

  #shakeHands(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== PATH || !this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    } else if (this.#fault === 'handshake hangs') {
      this.#hanging.add(socket);
      socket.on('close', () => this.#hanging.delete(socket));
      socket.on('error', () => {});
    } else {
      this.#wss.handleUpgrade(request, socket, head, (accepted) => this.#accept(accepted));
    }
  }

  #accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#silent.delete(socket);
    });
    socket.on('message', (data) => this.#envelopes.acknowledge(String(data)));
    const connection_info = { app_id: APP_ID };
    const hello = { type: 'hello', num_connections: this.#sockets.size, connection_info };
    socket.send(JSON.stringify(hello));
    if (this.#fault === 'silent') this.#silence(socket);
    for (const resolve of this.#onConnect) resolve();
    this.#onConnect = [];
  }

  /** Stops sending and reading, so that pings and close frames stay unanswered too. */
  #silence(socket: WebSocket): void {
    this.#silent.add(socket);
    socket.pause();
  }
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
