import { beforeEach, describe, expect, it } from 'vitest';
import { manualClock, steppableClock } from '../../sandbox/clock.ts';
import { Faults } from '../../sandbox/faults.ts';
import { FaultBoard } from '../../sandbox/playground/browser/fault-board.ts';
import type { SocketFault } from '../../sandbox/slack/socket-mode.ts';
import { UNITS_A_DAY } from '../../sandbox/youtube/youtube.ts';
import { at } from '../support/build.ts';

const NOW = at('2026-12-01T09:00');
const fine = () => ({ status: 200, body: 'fine' });

/** A board over services that consist only of their faults. */
function someBoard() {
  const [googleFaults, slackFaults] = [new Faults(1), new Faults(1)];
  const clock = steppableClock(manualClock(NOW));
  const socket: { fault: SocketFault | undefined; drops: number } = { fault: undefined, drops: 0 };
  const slack = {
    setSocketFault: (fault: SocketFault | undefined) => {
      socket.fault = fault;
    },
    drop: () => {
      socket.drops += 1;
    },
  };
  let units = UNITS_A_DAY;
  const youtube = {
    setUnitsLeft: (left: number) => {
      units = left;
    },
  };
  const board = new FaultBoard({ googleFaults, slackFaults, slack, youtube, clock });
  const isFine = async (faults: Faults, on: string, to?: string) => {
    const reply = await faults.apply(on, fine, to).catch(() => undefined);
    return reply?.body === 'fine';
  };
  const symptoms = async () => ({
    calendar: await isFine(googleFaults, 'calendar'),
    feed: await isFine(googleFaults, 'feed'),
    videos: units > 0 && (await isFine(googleFaults, 'youtube')),
    notes: await isFine(googleFaults, 'documents'),
    posts: await isFine(slackFaults, 'chat.postMessage', 'C1'),
    direct: await isFine(slackFaults, 'chat.postMessage', 'U1'),
    connecting: await isFine(slackFaults, 'apps.connections.open'),
    now: clock.now(),
    socket: socket.fault,
  });
  return { board, symptoms, socket };
}

const HEALTHY = {
  calendar: true,
  feed: true,
  videos: true,
  notes: true,
  posts: true,
  direct: true,
  connecting: true,
  now: NOW,
  socket: undefined,
};

describe('the switches for faults', () => {
  let desk: ReturnType<typeof someBoard>;
  beforeEach(() => {
    desk = someBoard();
  });

  it.each([
    ['google-down', { calendar: false, feed: false, videos: false, notes: false }],
    ['google-empty', { calendar: false, feed: false, videos: false, notes: false }],
    ['google-html', { calendar: false, feed: false, videos: false, notes: false }],
    ['youtube-down', { videos: false }],
    ['youtube-quota', { videos: false }],
    ['notes-down', { notes: false }],
    ['slack-500', { posts: false, direct: false }],
    ['slack-not-in-channel', { posts: false, direct: false }],
    ['slack-no-direct', { direct: false }],
    ['slack-revoked', { posts: false, direct: false, connecting: false }],
    ['socket-refused', { connecting: false }],
    ['socket-hangs', { socket: 'handshake hangs' }],
    ['socket-silent', { socket: 'silent' }],
    ['clock-fast', { now: NOW.plus({ minutes: 6 }) }],
    ['clock-slow', { now: NOW.minus({ hours: 1 }) }],
  ])('%s has its effect until it is off', async (id, changes) => {
    desk.board.set(id, true);
    expect(await desk.symptoms()).toEqual({ ...HEALTHY, ...changes });
    desk.board.set(id, false);
    expect(await desk.symptoms()).toEqual(HEALTHY);
  });

  it('have unique names, and leave nothing behind', async () => {
    const ids = desk.board.list().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) desk.board.set(id, true);
    for (const id of ids) desk.board.set(id, false);
    expect(await desk.symptoms()).toEqual(HEALTHY);
    expect(desk.board.list().some(({ on }) => on)).toBe(false);
  });

  it('allow connections only one fault at a time', async () => {
    desk.board.set('socket-silent', true);
    desk.board.set('socket-hangs', true);
    expect(desk.board.list().filter(({ on }) => on)).toMatchObject([{ id: 'socket-hangs' }]);
    expect(desk.socket).toEqual({ fault: 'handshake hangs', drops: 1 });
  });

  it('reject an unknown one', () => {
    expect(() => desk.board.set('constructor', true)).toThrow('no such switch');
  });
});
