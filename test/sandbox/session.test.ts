import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Session, startSession } from '../../sandbox/playground/browser/session.ts';
import { at } from '../support/build.ts';
import { biweekly } from '../support/world.ts';

let session: Session;
beforeEach(async () => {
  const events = [biweekly('s', '2026-12-02T09:00')];
  session = await startSession({ now: at('2026-12-01T02:00'), events, onChange: () => {} });
});
afterEach(() => session.close());

it('a slash command is rejected in a thread, as in Slack', async () => {
  const act = { do: 'write', as: 'member', place: 'channel', text: 'hello' } as const;
  await session.act(act);
  const [root] = (await session.state()).messages;
  const inThread = { ...act, text: '/wg-serving help', threadTs: root?.ts };
  await expect(session.act(inThread)).rejects.toThrow('/wg-serving is not supported in threads');
});

it('a named error keeps the bot from posting, and the bot says so', async () => {
  await session.act({ do: 'switch fault', id: 'slack-not-in-channel', on: true });
  await session.act({ do: 'jump', to: { kind: 'next post' } });
  const { messages, notices, faults } = await session.state();
  expect(messages).toEqual([]);
  expect(notices.map(({ text }) => text).join()).toContain('not_in_channel');
  expect(faults.filter(({ on }) => on)).toMatchObject([{ id: 'slack-not-in-channel' }]);
});

it('a connection that breaks and cannot be reopened leaves people without an answer', async () => {
  await session.act({ do: 'switch fault', id: 'socket-refused', on: true });
  const ask = () =>
    session.act({ do: 'write', as: 'member', place: 'channel', text: '/wg-serving help' });
  await expect.poll(() => ask().catch(String)).toContain('dispatch_failed');
});
