import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { inSlices } from '../../src/concurrency/steps.ts';
import { UpstreamError } from '../../src/errors.ts';
import type { MeetingOutcome } from '../../src/organizers/outcome.ts';
import { problemList } from '../../src/problems.ts';
import type { Playlist } from '../../src/recordings/playlist.ts';
import { playlistWatch } from '../../src/recordings/playlist-watch.ts';
import { recordingBook } from '../../src/recordings/recording-book.ts';
import { recordingLine } from '../../src/recordings/recording-words.ts';
import { openStore } from '../../src/store/open.ts';
import { at, meeting, PACIFIC, readCalendar, silent } from '../support/build.ts';

const NOW = at('2026-12-10T09:00');
const HELD = [meeting('2026-11-25T09:00'), meeting('2026-12-09T09:00')];

/** A book over a store in memory, and a playlist that a test can change. */
async function bench(meetings: readonly Meeting[] = HELD) {
  const store = (await openStore({ kind: 'sqlite', path: ':memory:' }, 'wg')).forGroup('wg');
  let titles: readonly string[] = [];
  let fails: UpstreamError | undefined;
  let reads = 0;
  const outcomes = new Map<string, { outcome: MeetingOutcome }>();
  const problems = problemList(silent);
  const source = {
    async read(now: typeof NOW): Promise<Playlist> {
      reads += 1;
      if (fails) throw fails;
      const videos = titles.map((title) => ({
        id: `${title.length}-${title.slice(-8)}`,
        title,
        publishedAt: now,
      }));
      return { videos, coverage: 'all', readAt: now, source: 'api' };
    },
  };
  const watch = playlistWatch([source], { journal: silent, problems });
  const names = {
    name: 'WG Serving',
    workstreams: [],
    titleTemplate: '[WG Serving] {meeting} {date}',
    zone: PACIFIC,
  };
  const book = recordingBook({
    names,
    ledger: store.recordings,
    outcomes: { since: async () => outcomes },
    watch,
    inSlices,
  });
  return {
    book,
    outcomes,
    problems,
    reads: () => reads,
    show: (...shown: string[]) => {
      titles = shown;
    },
    fail: (error: UpstreamError | undefined) => {
      fails = error;
    },
    refresh: (now = NOW) => book.refresh(readCalendar(meetings, now), now),
    lines: () =>
      book
        .state()
        .recordings.map((one) =>
          recordingLine(one, book.state(), PACIFIC).source.replace(/<!date[^>]*\|([^>]*)>/gu, '$1'),
        ),
  };
}

describe('the ledger of recordings', () => {
  it('ticks itself from the playlist', async () => {
    const { refresh, show, lines } = await bench();
    await refresh();
    expect(lines()).toEqual([
      '• *WG Serving Weekly Meeting*, Wednesday, December 9 · not up yet',
      '• *WG Serving Weekly Meeting*, Wednesday, November 25 · not up yet',
    ]);
    show('[WG Serving] Weekly 2026-12-09');
    await refresh(NOW.plus({ hours: 1 }));
    expect(lines()[0]).toMatch(/<https:\/\/www\.youtube\.com\/watch\?v=\S+\|Watch>/u);
    show();
    await refresh(NOW.plus({ hours: 2 }));
    expect(lines()[0]).toMatch(/not up yet/u);
  });

  it('asks YouTube seldom, and at once when an organizer says that there is something', async () => {
    const { book, refresh, reads } = await bench();
    for (let minutes = 0; minutes < 24 * 60; minutes += 5) await refresh(NOW.plus({ minutes }));
    expect(reads()).toBeLessThanOrEqual(24);
    const id = HELD[1]?.id ?? '';
    const later = NOW.plus({ hours: 24, minutes: 10 });
    await refresh(later);
    const before = reads();
    await book.note(id, { kind: 'ticked', step: 'uploaded', done: true }, later);
    await refresh(later.plus({ minutes: 5 }));
    expect(reads()).toBe(before + 1);
  });

  it('is read from the store after a restart, and says what it has not seen again', async () => {
    const { book, refresh } = await bench();
    await refresh();
    await book.note(HELD[1]?.id ?? '', { kind: 'ticked', step: 'linked', done: true }, NOW);
    expect(book.state().recordings[0]?.progress).toMatchObject({ done: ['recorded', 'linked'] });
  });

  it('keeps what it knows while YouTube is down, and tells the operator what to mend', async () => {
    const { refresh, show, fail, lines, book, problems } = await bench();
    show('[WG Serving] Weekly 2026-12-09');
    await refresh();
    fail(new UpstreamError('No such playlist', { kind: 'refused', advice: 'Check it.' }));
    await refresh(NOW.plus({ hours: 7 }));
    expect(book.state().failing).toBe(true);
    expect(lines()[0]).toContain('|Watch>');
    expect(problems.list()).toMatchObject([{ cause: 'playlist', advice: 'Check it.' }]);
    fail(undefined);
    await refresh(NOW.plus({ hours: 14 }));
    expect(problems.list()).toEqual([]);
  });

  it('says nothing of missing videos before it has seen the playlist', async () => {
    const { refresh, fail, lines, problems } = await bench();
    fail(new UpstreamError('Away', { kind: 'unavailable' }));
    await refresh();
    expect(lines()[0]).toBe('• *WG Serving Weekly Meeting*, Wednesday, December 9');
    expect(problems.list()).toEqual([]);
  });

  it('leaves a video to a person whose title does not tell for certain', async () => {
    const { book, refresh, show } = await bench();
    show('[WG Serving] Weekly Meeting');
    await refresh();
    const [uncertain] = book.state().uncertain;
    expect(uncertain?.meetingIds).toEqual([HELD[1]?.id]);
    expect(book.state().recordings[0]?.recording.videos).toEqual([]);
    await book.note(HELD[1]?.id ?? '', { kind: 'said', videoId: uncertain?.video.id ?? '' }, NOW);
    await refresh(NOW.plus({ hours: 2 }));
    expect(book.state().recordings[0]?.recording.videos).toMatchObject([{ said: true }]);
  });

  it('does not list a meeting that was not held as missing', async () => {
    const { book, outcomes, refresh } = await bench();
    outcomes.set(HELD[1]?.id ?? '', { outcome: 'not held' });
    await refresh();
    expect(book.state().recordings[0]?.progress).toEqual({ kind: 'none', because: 'not held' });
  });

  it('ticks the link once the notes name the video', async () => {
    const { book, refresh, show } = await bench();
    show('[WG Serving] Weekly 2026-12-09');
    await refresh();
    const video = book.state().recordings[0]?.recording.videos[0]?.id ?? '';
    await book.noteLinks(() => new Set([video]), NOW);
    expect(book.state().recordings[0]?.progress).toMatchObject({ open: ['marked'] });
  });
});
