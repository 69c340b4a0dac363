import type { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import type { Meeting, TimedMeeting } from '../../src/calendar/meeting.ts';
import type { CalendarSnapshot } from '../../src/calendar/snapshot.ts';
import { channelAudience } from '../../src/reminders/audience.ts';
import { destinationId } from '../../src/reminders/destination.ts';
import { noticesAtShortNotice, noticeTime } from '../../src/reminders/notices.ts';
import type { EditOutcome, Lookup, Poster, PostOutcome } from '../../src/reminders/ports.ts';
import { type ReconcileTools, reconciler } from '../../src/reminders/reconcile.ts';
import { at, meeting, memoryLogger } from '../support/build.ts';
import { engineTools, memoryStore } from '../support/engine.ts';

const one = meeting('2026-12-02T09:00');
const due = at('2026-12-02T08:50');
const dayBefore = at('2026-12-01T09:00');

interface Shown {
  readonly key: string;
  readonly ts: string;
  text: string;
}

/** A hand-written channel. Given outcomes are those of the next calls; `lost` still posts. */
function fakeChannel() {
  const shown: Shown[] = [];
  const next: {
    post: (PostOutcome | Error)[];
    edit: EditOutcome[];
    find: Lookup[];
    lost: number;
    editLost: number;
  } = { post: [], edit: [], find: [], lost: 0, editLost: 0 };
  const lookups: string[] = [];
  let edits = 0;
  const poster: Poster = {
    async post({ text }, { key, destination }) {
      const outcome = next.post.shift();
      if (outcome instanceof Error) throw outcome;
      if (outcome) return outcome;
      const ts = `${1_790_000_000 + shown.length}.000001`;
      shown.push({ key, ts, text });
      if (next.lost-- > 0) return { kind: 'unknown', reason: 'answer lost' };
      return { kind: 'posted', channel: destinationId(destination), ts };
    },
    async edit({ ts }, { text }) {
      edits += 1;
      const outcome = next.edit.shift();
      const message = shown.find((other) => other.ts === ts);
      if (!outcome && message) message.text = text;
      if (next.editLost-- > 0) return { kind: 'try again', reason: 'answer lost' };
      return outcome ?? { kind: 'edited' };
    },
    async find({ key, destination }) {
      const channel = destinationId(destination);
      lookups.push(key);
      const found = shown.find((message) => message.key === key);
      return (
        next.find.shift() ??
        (found ? { kind: 'found', channel, ts: found.ts } : { kind: 'not there' })
      );
    },
  };
  return { poster, shown, lookups, next, edits: () => edits };
}

const audience = channelAudience('C1', [1440, 10]);

/** The engine's tools with their own store and channel. */
async function toolsAt(now: DateTime<true>) {
  const { ledgers } = await memoryStore();
  const ledger = ledgers.channel;
  const { logger, lines } = memoryLogger();
  const channel = fakeChannel();
  const clock = manualClock(now);
  const tools = engineTools({ ledger, poster: channel.poster, clock }, logger);
  return { ...channel, ledger, clock, problems: tools.problems, lines, tools };
}

async function reconcileOnce(snapshot: CalendarSnapshot, tools: ReconcileTools): Promise<void> {
  await reconciler(audience, tools).reconcile(snapshot);
}

function snapshotAt(
  meetings: readonly Meeting[],
  readAt: DateTime<true>,
  unreadable: string[] = [],
): CalendarSnapshot {
  return { meetings, unreadable: new Set(unreadable), readAt, source: 'api' };
}

/** A bot's jobs with one store and one channel, driven from moment to moment. */
async function world() {
  const { ledger, clock, tools, ...seen } = await toolsAt(at('2026-12-01T00:00'));
  const destination = { kind: 'channel', channelId: 'C1' } as const;
  const engine = reconciler(audience, tools);
  let before: CalendarSnapshot | undefined;
  return {
    ...seen,
    ledger,
    async run(
      now: DateTime<true>,
      meetings: readonly Meeting[] = [one],
      unreadable: string[] = [],
    ) {
      const snapshot = snapshotAt(meetings, now, unreadable);
      const notices = before ? noticesAtShortNotice(destination, before, snapshot) : [];
      const queued = notices.map((post) => ({ post, notBefore: noticeTime(post, now) }));
      await ledger.enqueue(queued, now);
      before = snapshot;
      clock.set(now);
      await engine.reconcile(snapshot);
    },
    texts: () => seen.shown.map(({ text }) => text),
  };
}

const three = [1, 2, 3].map((n) => meeting('2026-12-02T09:00', { id: `m${n}`, title: `M${n}` }));
const moved = (start: string, changes: Partial<TimedMeeting> = {}): TimedMeeting => ({
  ...one,
  start: at(start),
  end: at(start).plus({ hours: 1 }),
  ...changes,
});
const cancelled: TimedMeeting = { ...one, status: 'cancelled' };

describe('a reminder', () => {
  it('is posted once, however often the job runs', async () => {
    const { run, texts } = await world();
    for (const minutes of [0, 0, 1, 2]) await run(due.plus({ minutes }));
    expect(texts()).toEqual([expect.stringContaining('before you join')]);
  });

  it('is retried until the start if Slack refuses it, which is one problem with advice', async () => {
    const { run, texts, next, problems, lines } = await world();
    const refused = { kind: 'refused', reason: 'not_in_channel', advice: 'Invite it.' } as const;
    next.post.push(refused, refused);
    await run(due);
    expect(problems.list()).toMatchObject([{ cause: 'posting', advice: 'Invite it.' }]);
    await run(due.plus({ seconds: 30 }));
    await run(due.plus({ seconds: 89 }));
    expect(texts(), 'pauses grow').toEqual([]);
    await run(due.plus({ seconds: 90 }));
    expect(texts()).toHaveLength(1);
    expect(problems.list()).toEqual([]);
    expect(lines.filter(({ msg }) => msg === 'problem')).toHaveLength(1);
  });

  it('is abandoned if Slack rejects the message in any form', async () => {
    const { run, texts, next } = await world();
    next.post.push({ kind: 'unfit', reason: 'invalid_blocks' });
    for (const minutes of [0, 1, 5]) await run(due.plus({ minutes }));
    expect(texts()).toEqual([]);
  });

  it('waits as long as Slack asks to', async () => {
    const { run, texts, next, lookups } = await world();
    next.post.push({ kind: 'rate limited', retryAfterSeconds: 90 });
    await run(due);
    await run(due.plus({ seconds: 89 }));
    expect(texts()).toEqual([]);
    await run(due.plus({ seconds: 90 }));
    expect(texts()).toHaveLength(1);
    expect(lookups).toEqual([]);
  });

  it('waits with the others when Slack rate limits one', async () => {
    const { run, shown, next } = await world();
    next.post.push({ kind: 'rate limited', retryAfterSeconds: 30 });
    await run(due, three);
    expect(shown).toEqual([]);
    await run(due.plus({ minutes: 1 }), three);
    expect(shown).toHaveLength(3);
  });

  it('has a lease from its own attempt, however long the ones before it took', async () => {
    const { tools, ledger, clock } = await toolsAt(due);
    const rivals: string[] = [];
    const poster: Poster = {
      ...tools.poster,
      async post(...args) {
        clock.set(clock.now().plus({ seconds: 70 }));
        const open = await ledger.pending(clock.now());
        rivals.push(...open.map(({ key }) => key).filter((key) => key === args[1].key));
        return tools.poster.post(...args);
      },
    };
    await reconcileOnce(snapshotAt(three, due), { ...tools, poster });
    expect(rivals, 'open to another replica while they were being posted').toEqual([]);
    expect(
      [...(await ledger.states(due)).values()].filter((state) => state === 'posted').length,
    ).toBe(3);
  });

  it('is left to the next start when the bot stops before its turn', async () => {
    const { tools, ledger, shown } = await toolsAt(due);
    const stop = new AbortController();
    const poster: Poster = {
      ...tools.poster,
      async post(...args) {
        stop.abort();
        return tools.poster.post(...args);
      },
    };
    await reconcileOnce(snapshotAt(three, due), { ...tools, poster, stopping: stop.signal });
    expect(shown).toHaveLength(1);
    expect(
      [...(await ledger.states(due)).values()].filter((state) => state === 'posted').length,
      'work in progress is recorded',
    ).toBe(1);
    await reconcileOnce(snapshotAt(three, due), tools);
    expect(shown).toHaveLength(3);
  });

  it('is not posted if the ones before it took until the start', async () => {
    const { tools, clock, shown } = await toolsAt(due);
    const poster: Poster = {
      ...tools.poster,
      async post(...args) {
        const outcome = await tools.poster.post(...args);
        clock.set(clock.now().plus({ minutes: 6 }));
        return outcome;
      },
    };
    await reconcileOnce(snapshotAt(three, due), { ...tools, poster });
    expect(shown.map(({ text }) => text)).toEqual([
      expect.stringContaining('before you join'),
      expect.stringContaining('before you join'),
    ]);
  });

  it('says so if the calendar has not been read for long', async () => {
    const { tools } = await toolsAt(due);
    const blocks: string[] = [];
    const poster: Poster = {
      ...tools.poster,
      async post(...args) {
        blocks.push(JSON.stringify(args[0].blocks));
        return tools.poster.post(...args);
      },
    };
    await reconcileOnce(snapshotAt([one], due.minus({ hours: 3 })), { ...tools, poster });
    expect(blocks.join()).toContain(
      `I last read it <!date^${due.minus({ hours: 3 }).toSeconds()}^{ago}|`,
    );
  });

  it('is looked for in the channel before a post of unknown outcome is repeated', async () => {
    const { run, texts, next, lookups } = await world();
    next.post.push({ kind: 'unknown', reason: 'socket hang up' });
    await run(due);
    await run(due.plus({ seconds: 29 }));
    expect(lookups).toEqual([]);
    await run(due.plus({ minutes: 1 }));
    expect(lookups).toHaveLength(1);
    expect(texts()).toEqual([expect.stringContaining('before you join')]);
  });

  it('is not repeated if it turns out to be there', async () => {
    const { run, shown, next } = await world();
    next.lost = 1;
    for (const minutes of [0, 1, 2, 3]) await run(due.plus({ minutes }));
    expect(shown).toHaveLength(1);
  });

  it('is not repeated while the channel can’t be searched', async () => {
    const { run, shown, next } = await world();
    next.lost = 1;
    next.find.push({ kind: 'try again', reason: 'x' }, { kind: 'try again', reason: 'x' });
    for (const minutes of [0, 1, 3, 6]) await run(due.plus({ minutes }));
    expect(shown).toHaveLength(1);
  });

  it('is not repeated while the history is refused, and abandoned once its meeting is on', async () => {
    const { run, shown, next, problems, ledger } = await world();
    next.post.push({ kind: 'unknown', reason: 'x' });
    const refused = { kind: 'refused', reason: 'missing_scope', advice: 'Reinstall.' } as const;
    next.find.push(...Array.from({ length: 12 }, () => refused));
    for (let minute = 0; minute < 16; minute += 1) await run(due.plus({ minutes: minute }));
    expect(shown).toEqual([]);
    expect(problems.list()).toMatchObject([{ cause: 'history', advice: 'Reinstall.' }]);
    next.find.push(refused);
    await run(due.plus({ hours: 2 }));
    expect(await ledger.pending(due.plus({ days: 1 }))).toEqual([]);
  });

  it('is abandoned at the start, whatever failed before', async () => {
    const { run, texts, next, lines } = await world();
    next.post.push(
      { kind: 'not posted', reason: 'refused' },
      { kind: 'unknown', reason: 'timeout' },
    );
    for (const minutes of [8, 9, 10, 12, 15]) await run(due.plus({ minutes }));
    expect(texts()).toEqual([]);
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'post dropped', reason: 'the meeting has begun' }),
    );
  });

  it('that fails does not hold back the others', async () => {
    const { run, shown, next } = await world();
    next.post.push(new Error('bug'));
    await run(due, [one, meeting('2026-12-02T09:00', { id: 'other', title: 'Other' })]);
    expect(shown).toHaveLength(1);
  });

  it('after downtime is only the newest', async () => {
    const { run, texts } = await world();
    await run(due.plus({ minutes: 6 }));
    await run(due.plus({ minutes: 7 }));
    expect(texts()).toEqual([expect.stringContaining('before you join')]);
  });
});

describe('a posted reminder', () => {
  it('says where its meeting moved, and new ones come for the new time', async () => {
    const { run, texts } = await world();
    const later = moved('2026-12-03T11:00');
    await run(dayBefore);
    await run(dayBefore.plus({ minutes: 5 }), [later]);
    await run(dayBefore.plus({ minutes: 8 }), [later]);
    expect(texts()[0]).toMatch(
      /^Moved: .*Thu, Dec 3, 11:00 AM PST.*announced for ~.*Wed, Dec 2, 9:00 AM PST/,
    );
    await run(at('2026-12-02T11:00'), [later]);
    await run(at('2026-12-03T10:50'), [later]);
    expect(texts().slice(1)).toEqual([
      expect.stringMatching(/^\*Moved:\*.*now starts/),
      expect.stringMatching(/Add your topic.*moved.*Wed, Dec 2, 9:00 AM PST/),
      expect.stringMatching(/before you join.*moved.*Wed, Dec 2, 9:00 AM PST/),
    ]);
  });

  it('says that its meeting is cancelled, and a notice comes once', async () => {
    const { run, texts } = await world();
    await run(dayBefore);
    for (const minutes of [5, 6, 7, 8, 9]) await run(dayBefore.plus({ minutes }), [cancelled]);
    expect(texts()).toEqual([
      expect.stringMatching(/^Cancelled: .*does not take place/),
      expect.stringMatching(/^\*Cancelled:\* .*does not take place/),
    ]);
  });

  it('and its notice are corrected when the meeting comes back', async () => {
    const { run, texts } = await world();
    await run(dayBefore);
    await run(dayBefore.plus({ minutes: 5 }), [cancelled]);
    await run(dayBefore.plus({ minutes: 8 }), [cancelled]);
    await run(dayBefore.plus({ minutes: 10 }), [one]);
    expect(texts()).toEqual([
      expect.stringMatching(/^Takes place as planned:/),
      expect.stringMatching(/^Takes place after all:/),
    ]);
    await run(dayBefore.plus({ minutes: 15 }), [cancelled]);
    expect(texts()).toEqual([
      expect.stringMatching(/^Cancelled:/),
      expect.stringMatching(/^\*Cancelled:\*/),
    ]);
  });

  it('follows a new title and a new link', async () => {
    const { run, texts } = await world();
    await run(dayBefore);
    await run(dayBefore.plus({ minutes: 5 }), [
      { ...one, title: 'On DRA', joinLink: 'https://zoom.us/j/2' },
    ]);
    expect(texts()[0]).toMatch(
      /^Updated: \*On DRA\* .*announced as \*WG Serving Weekly Meeting\*.*link to join has changed/,
    );
    await run(dayBefore.plus({ minutes: 10 }));
    expect(texts()[0]).toMatch(/^Takes place as planned: \*WG Serving/);
  });

  it('is edited again if the edit failed or was refused, and left alone if it is out of reach', async () => {
    const { run, texts, next, lines } = await world();
    await run(dayBefore);
    next.edit.push({ kind: 'try again', reason: '500' });
    await run(dayBefore.plus({ minutes: 5 }), [cancelled]);
    expect(texts()[0]).toContain('Add your topic');
    await run(dayBefore.plus({ minutes: 6 }), [cancelled]);
    expect(texts()[0]).toMatch(/^Cancelled/);
    next.edit.push({ kind: 'refused', reason: 'token_revoked', advice: 'x' });
    await run(dayBefore.plus({ minutes: 7 }), [one]);
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'problem', cause: 'editing' }));
    await run(dayBefore.plus({ minutes: 8 }), [one]);
    expect(texts()[0]).toMatch(/^Takes place/);
    next.edit.push({ kind: 'out of reach' });
    await run(dayBefore.plus({ minutes: 9 }), [cancelled]);
    await run(dayBefore.plus({ minutes: 10 }), [cancelled]);
    expect(texts()[0]).toMatch(/^Takes place/);
  });

  it('is left alone once its meeting has begun', async () => {
    const { run, texts } = await world();
    await run(due);
    await run(at('2026-12-02T09:10'), [{ ...one, title: 'Renamed' }]);
    expect(texts()).toEqual([expect.stringContaining('before you join')]);
  });

  it('is left alone while its event can’t be read, or the calendar is suddenly empty', async () => {
    const { run, texts } = await world();
    const another = meeting('2026-12-09T09:00', { title: 'Another' });
    await run(dayBefore);
    await run(dayBefore.plus({ minutes: 5 }), [another], [one.id]);
    await run(dayBefore.plus({ minutes: 10 }), []);
    expect(texts()).toEqual([expect.stringContaining('Add your topic')]);
  });

  it('says that its meeting is cancelled when it and those after it vanish from the calendar', async () => {
    const { run, texts } = await world();
    const past = meeting('2026-11-18T09:00');
    await run(dayBefore, [past, one]);
    await run(dayBefore.plus({ minutes: 5 }), [past]);
    expect(texts()[0]).toMatch(/^Cancelled:/);
  });

  it('is not reverted by a replica with an older snapshot', async () => {
    const { tools, clock, shown } = await toolsAt(dayBefore);
    const [older, newer] = [dayBefore.plus({ minutes: 4 }), dayBefore.plus({ minutes: 5 })];
    await reconcileOnce(snapshotAt([one], dayBefore), tools);
    clock.set(newer);
    await reconcileOnce(snapshotAt([cancelled], newer), tools);
    clock.set(newer.plus({ seconds: 10 }));
    await reconcileOnce(snapshotAt([one], older), tools);
    expect(shown[0]?.text).toMatch(/^Cancelled/);
  });
});

describe('a move', () => {
  it('that people might miss gets its own notice, once it has lasted three minutes', async () => {
    const { run, texts } = await world();
    const nextWeek = moved('2026-12-09T09:00');
    await run(dayBefore);
    for (const minutes of [5, 6, 7, 8, 9, 10]) await run(dayBefore.plus({ minutes }), [nextWeek]);
    expect(texts()).toEqual([
      expect.stringMatching(/^Moved: .*Dec 9/),
      expect.stringMatching(/^\*Moved:\* .*now starts .*Dec 9.*announced for .*Dec 2/),
    ]);
  });

  it('by a few minutes at a time edits the reminder and repeats none', async () => {
    const { run, texts } = await world();
    await run(dayBefore);
    for (const minute of [1, 2, 3]) {
      const nudged = moved(`2026-12-02T09:0${minute}`);
      await run(dayBefore.plus({ minutes: 2 * minute }), [nudged]);
      await run(dayBefore.plus({ minutes: 2 * minute + 1 }), [nudged]);
    }
    expect(texts()).toEqual([expect.stringMatching(/^Moved: .*9:03 AM/)]);
  });
});

it('an edit whose response was lost is repeated, even if the calendar has changed back since', async () => {
  const { run, texts, next } = await world();
  await run(dayBefore);
  next.editLost = 1;
  await run(dayBefore.plus({ minutes: 5 }), [cancelled]);
  expect(texts()[0]).toMatch(/^Cancelled/);
  for (const minutes of [6, 7]) await run(dayBefore.plus({ minutes }), [one]);
  expect(texts()).toEqual([expect.stringMatching(/^Takes place as planned:/)]);
});

describe('a calendar that changes back and forth every minute', () => {
  it('causes no notice, and at most one edit a minute', async () => {
    const { run, texts, edits } = await world();
    await run(dayBefore);
    for (let half = 0; half < 40; half += 1) {
      await run(dayBefore.plus({ minutes: 5, seconds: 30 * half }), [
        half % 4 < 2 ? cancelled : one,
      ]);
    }
    expect(texts()).toHaveLength(1);
    expect(edits()).toBeLessThanOrEqual(20);
    await run(dayBefore.plus({ minutes: 40 }), [one]);
    expect(texts()).toEqual([expect.stringMatching(/^Takes place as planned:/)]);
  });
});

describe('a cancellation', () => {
  it('less than a day ahead is announced even if no reminder was sent', async () => {
    const { run, texts } = await world();
    const late = meeting('2026-12-02T09:00', { id: 'late' });
    // The first read only discovers the meeting; lead times this short are not due yet.
    await run(at('2026-12-01T08:59'), [late]);
    await run(at('2026-12-01T09:00'), [{ ...late, status: 'cancelled' }]);
    await run(at('2026-12-01T09:03'), [{ ...late, status: 'cancelled' }]);
    expect(texts()).toEqual([expect.stringMatching(/^\*Cancelled:\*/)]);
  });

  it('further ahead is not', async () => {
    const { run, texts } = await world();
    await run(at('2026-11-20T09:00'));
    await run(at('2026-11-20T09:05'), [cancelled]);
    await run(at('2026-12-01T10:00'), [cancelled]);
    expect(texts()).toEqual([]);
  });

  it('that is reverted before its notice was posted is not announced', async () => {
    const { run, texts, next } = await world();
    await run(at('2026-12-01T08:59'));
    next.post.push({ kind: 'not posted', reason: 'down' });
    await run(at('2026-12-01T09:00'), [cancelled]);
    next.post.push({ kind: 'not posted', reason: 'down' });
    await run(at('2026-12-01T09:01'), [one]);
    await run(at('2026-12-01T09:03'), [one]);
    expect(texts().filter((text) => text.includes('Cancelled'))).toEqual([]);
  });
});

describe('“this and following”', () => {
  const before = { ...one, id: 's_20261202', seriesId: 's' };
  const goesOn = { ...one, id: 'r_20261202', seriesId: 's_R20261202T170000' };

  it('at the same time changes nothing in the channel', async () => {
    const { run, texts } = await world();
    await run(dayBefore, [before]);
    await run(dayBefore.plus({ minutes: 5 }), [goesOn]);
    await run(due, [goesOn]);
    expect(texts()).toEqual([
      expect.stringContaining('Add your topic'),
      expect.stringContaining('before you join'),
    ]);
  });

  it('at another time is announced as a move, not as a cancellation', async () => {
    const { run, texts } = await world();
    const later = { ...goesOn, start: at('2026-12-02T14:00'), end: at('2026-12-02T15:00') };
    await run(dayBefore, [before]);
    await run(dayBefore.plus({ minutes: 5 }), [later]);
    await run(dayBefore.plus({ minutes: 10 }), [later]);
    expect(texts()[0]).toMatch(/^Moved:.*2:00 PM/);
    expect(texts().filter((text) => text.includes('Cancelled'))).toEqual([]);
    const again = { ...later, start: at('2026-12-02T15:00'), end: at('2026-12-02T16:00') };
    await run(dayBefore.plus({ minutes: 15 }), [again]);
    expect(texts()[0]).toMatch(/^Moved:.*3:00 PM/);
  });
});
