import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { writeFeed } from '../../../sandbox/google/feed/calendar.ts';
import { download } from '../../../src/google/feed/download.ts';
import { feedThread } from '../../../src/google/feed/read-in-worker.ts';
import { readingWindow } from '../../../src/google/reading-window.ts';
import { at, group } from '../../support/build.ts';
import { biweekly, event } from '../../support/world.ts';

const NOW = at('2026-12-01T09:00');
const { meetings, joinHosts, zone } = group();
const { from, to } = readingWindow(NOW);
const around = {
  published: { meetings, joinHosts, zone },
  known: [],
  window: { from: from.toMillis(), to: to.toMillis() },
};

function requestFor(text: string) {
  return { ...around, bytes: new TextEncoder().encode(text) };
}

function feedOf(...events: readonly unknown[]) {
  return writeFeed(events, { zone, name: 'WG Serving', now: NOW, changedAt: NOW });
}

const GOOD = feedOf(biweekly('s', '2026-10-07T09:00'));

describe('the thread that reads feeds', () => {
  it('reads several at a time, each in its turn', async () => {
    const read = feedThread();
    const other = feedOf(event('one', '2026-12-08T09:00'));
    const [first, second] = await Promise.all([read(requestFor(GOOD)), read(requestFor(other))]);
    expect(first.meetings.length).toBeGreaterThan(10);
    expect(second.meetings).toMatchObject([{ id: 'one' }]);
  });

  it('gives up a feed that takes too long, and reads the next one', async () => {
    const read = feedThread();
    const many = feedOf(
      ...Array.from({ length: 3_000 }, (_, n) => event(`e${n}`, '2026-12-08T09:00')),
    );
    await expect(read(requestFor(many), 1)).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await read(requestFor(GOOD))).meetings.length).toBeGreaterThan(10);
  });

  it('survives what is no calendar, and rules of a million occurrences', async () => {
    const read = feedThread();
    const page = requestFor('<!DOCTYPE html><html>Sign in</html>');
    await expect(read(page)).rejects.toMatchObject({ kind: 'unavailable' });
    const endless = GOOD.replace('END:VCALENDAR', `${SECONDLY}END:VCALENDAR`);
    const { meetings, malformed } = await read(requestFor(endless));
    expect(meetings.length).toBeGreaterThan(10);
    expect(malformed).toMatchObject([{ id: 'flood' }]);
  });
});

const SECONDLY = [
  'BEGIN:VEVENT',
  'UID:flood@google.com',
  'DTSTART:20060101T000000Z',
  'DTEND:20060101T000001Z',
  'RRULE:FREQ=SECONDLY',
  'SUMMARY:Flood',
  'END:VEVENT',
  '',
].join('\r\n');

describe('a download', () => {
  let close = () => {};
  afterEach(() => close());

  async function serve(answer: RequestListener) {
    const server = createServer(answer);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    close = () => {
      server.closeAllConnections();
      server.close();
    };
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  it('of more than 30 MB is broken off', async () => {
    let sent = 0;
    const url = await serve((_, response) => {
      const megabyte = Buffer.alloc(1_000_000, 'x');
      const more = () => {
        while (sent < 50 && response.write(megabyte)) sent += 1;
        if (sent >= 50) response.end();
      };
      response.on('drain', more);
      more();
    });
    await expect(download(url, 'id', undefined)).rejects.toThrow('more than 30 MB');
    expect(sent).toBeLessThan(50);
  });

  it('that never ends is broken off', async () => {
    const url = await serve((_, response) => response.writeHead(200).write('BEGIN:VCALENDAR'));
    await expect(download(url, 'id', undefined, 50)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
