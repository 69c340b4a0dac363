import type { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import { sendReminders } from '../../src/jobs/send-reminders.ts';
import type { Poster, PostOutcome } from '../../src/ports.ts';
import { at, meeting, memoryLogger, PACIFIC } from '../support/build.ts';

const one = meeting('2026-12-02T09:00');
const settings = { channel: 'C1', leads: [1440, 10], zone: PACIFIC };
const due = at('2026-12-02T08:50');

/** A channel that answers posts with the given outcomes, then posts. */
function fakeChannel(...outcomes: (PostOutcome | Error)[]) {
  const posted: { key: string; text: string }[] = [];
  const lookups: string[] = [];
  const poster: Poster = {
    async post(_, { text }, { key }) {
      const outcome = outcomes.shift() ?? { kind: 'posted', ts: `1.00000${posted.length}` };
      if (outcome instanceof Error) throw outcome;
      if (outcome.kind === 'posted') posted.push({ key, text });
      return outcome;
    },
    async findPosted(_, key) {
      lookups.push(key);
      return posted.some((message) => message.key === key) ? '1.000000' : undefined;
    },
  };
  return { poster, posted, lookups };
}

async function run(
  channel: ReturnType<typeof fakeChannel>,
  moments: readonly DateTime[],
  meetings = [one],
) {
  const store = await openStore(':memory:');
  const { logger, lines } = memoryLogger();
  const tools = { ledger: store.ledger, poster: channel.poster, logger };
  for (const now of moments) await sendReminders(meetings, settings, tools, now);
  await store.close();
  return lines;
}

describe('sendReminders', () => {
  it('posts what is due once, however often it runs', async () => {
    const channel = fakeChannel();
    await run(channel, [due, due, due.plus({ minutes: 1 })]);
    expect(channel.posted).toHaveLength(1);
    expect(channel.posted[0]?.text).toContain('starts in 10 minutes');
  });

  it('gives up what Slack refuses, and says what to do', async () => {
    const channel = fakeChannel({
      kind: 'refused',
      reason: 'not_in_channel',
      advice: 'Invite it.',
    });
    const lines = await run(channel, [due, due.plus({ minutes: 5 })]);
    expect(channel.posted).toEqual([]);
    expect(lines.filter((line) => line.level === 50)).toMatchObject([
      { reason: 'not_in_channel', advice: 'Invite it.', msg: 'reminder given up' },
    ]);
  });

  it('waits as long as Slack asks to', async () => {
    const channel = fakeChannel({ kind: 'rate limited', retryAfterSeconds: 90 });
    await run(channel, [due, due.plus({ seconds: 89 })]);
    expect(channel.posted).toEqual([]);
    const patient = fakeChannel({ kind: 'rate limited', retryAfterSeconds: 90 });
    await run(patient, [due, due.plus({ seconds: 90 })]);
    expect(patient.posted).toHaveLength(1);
    expect(patient.lookups).toEqual([]);
  });

  it('looks into the channel before it repeats a post whose outcome is unknown', async () => {
    const channel = fakeChannel({ kind: 'unknown', reason: 'socket hang up' });
    await run(channel, [due, due.plus({ minutes: 1 }), due.plus({ minutes: 3 })]);
    expect(channel.lookups).toHaveLength(1);
    expect(channel.posted).toHaveLength(1);
    expect(channel.posted[0]?.text).toContain('starts in 7 minutes');
  });

  it('does not repeat a post that turns out to be there', async () => {
    const channel = fakeChannel();
    const { poster } = channel;
    const lost: Poster = {
      ...poster,
      async post(to, message, label) {
        await poster.post(to, message, label);
        return { kind: 'unknown', reason: 'answer lost' };
      },
    };
    await run({ ...channel, poster: lost }, [
      due,
      due.plus({ minutes: 3 }),
      due.plus({ minutes: 6 }),
    ]);
    expect(channel.posted).toHaveLength(1);
  });

  it('posts nothing after the start, whatever failed before', async () => {
    const channel = fakeChannel({ kind: 'unknown', reason: 'timeout' });
    await run(channel, [due.plus({ minutes: 9 }), due.plus({ minutes: 12 })]);
    expect(channel.posted).toEqual([]);
  });

  it('does not let one reminder that breaks keep the others back', async () => {
    const channel = fakeChannel(new Error('bug'));
    const lines = await run(channel, [due], [one, meeting('2026-12-02T09:00', { id: 'other' })]);
    expect(channel.posted).toHaveLength(1);
    expect(lines.some(({ msg }) => msg === 'reminder not sent')).toBe(true);
  });
});
