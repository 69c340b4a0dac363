import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTcpProxy, type TcpProxy } from '../../sandbox/tcp-proxy.ts';

let echo: Server;
let proxy: TcpProxy;

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => {}).pipe(socket));
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await startTcpProxy({ port: portOf(echo) });
});
afterEach(async () => {
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A client, with what it received and how it ended. */
function client() {
  const socket: Socket = connect(proxy.port, '127.0.0.1');
  const heard: string[] = [];
  socket.on('data', (data) => heard.push(String(data)));
  socket.on('error', () => {});
  const ended = new Promise<string>((resolve) => {
    socket.once('close', (failed) => resolve(failed ? 'reset' : 'closed'));
  });
  const hears = (text: string) => expect.poll(() => heard.join('')).toBe(text);
  return { socket, ended, heard, hears };
}

it('passes everything on, both ways', async () => {
  const { socket, ended, hears } = client();
  socket.write('hello');
  await hears('hello');
  socket.end();
  expect(await ended).toBe('closed');
  await expect.poll(() => proxy.connections()).toBe(0);
});

it('cut: every connection, including new ones, is reset until the proxy is restored', async () => {
  const before = client();
  before.socket.write('hello');
  await before.hears('hello');
  proxy.cut();
  expect(await before.ended).toBe('reset');
  expect(await client().ended).toBe('reset');
  proxy.restore();
  const after = client();
  after.socket.write('again');
  await after.hears('again');
  after.socket.destroy();
});

it('held: connections are accepted but nothing is passed on, until all of it comes at once', async () => {
  const before = client();
  before.socket.write('a');
  await before.hears('a');
  proxy.hold();
  const during = client();
  await once(during.socket, 'connect');
  before.socket.write('b');
  during.socket.write('c');
  await expect.poll(() => proxy.connections()).toBe(2);
  expect([before.heard, during.heard]).toEqual([['a'], []]);
  proxy.restore();
  await before.hears('ab');
  await during.hears('c');
  before.socket.destroy();
  during.socket.destroy();
});

it('a held connection can be cut', async () => {
  proxy.hold();
  const { socket, ended } = client();
  await once(socket, 'connect');
  await expect.poll(() => proxy.connections()).toBe(1);
  proxy.cut();
  expect(await ended).toBe('reset');
});

it('restored twice, it repeats nothing', async () => {
  proxy.restore();
  const { socket, hears } = client();
  socket.write('once');
  await hears('once');
  proxy.restore();
  socket.write(' only');
  await hears('once only');
  socket.destroy();
});

it('with nothing behind it, resets connections', async () => {
  await new Promise((resolve) => echo.close(resolve));
  expect(await client().ended).toBe('reset');
});

it('redirect: every connection is reset, and the next ones lead to another server', async () => {
  const other = createServer((socket) => socket.end('other'));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const before = client();
  before.socket.write('hello');
  await before.hears('hello');
  proxy.redirect({ port: portOf(other) });
  expect(await before.ended).toBe('reset');
  await client().hears('other');
  await new Promise((resolve) => other.close(resolve));
});
