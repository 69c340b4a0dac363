import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/concurrency/steps.ts';
import type { MeetingOutcome } from '../../src/organizers/outcome.ts';
import { heldChanges } from '../../src/recordings/held-now.ts';
import { nudgeAt } from '../../src/recordings/nudge.ts';
import type { Playlist } from '../../src/recordings/playlist.ts';
import {
  after,
  isMissing,
  progressOf,
  type Recording,
  type RecordingEvent,
  STEPS,
} from '../../src/recordings/recording.ts';
import { recordingTitle } from '../../src/recordings/recording-title.ts';
import { seenVideos } from '../../src/recordings/seen-videos.ts';
import { allDay, at, meeting } from '../support/build.ts';

const NOW = at('2026-12-10T09:00');

function recording(start: string, changes: Partial<Recording> = {}): Recording {
  const { id, title, regular, start: from, end, agendaLink } = meeting(start);
  return {
    meeting: { id, title, regular, start: from, end, agendaLink },
    ticked: new Set(),
    videos: [],
    ...changes,
  };
}

const NEW = recording('2026-12-09T09:00');

function led(...events: RecordingEvent[]): Recording {
  return events.reduce(after, NEW);
}

const VIDEO = { id: 'abcdefghijk', part: undefined };

describe('a recording', () => {
  it('is all to do at first', () => {
    expect(progressOf(NEW, undefined)).toEqual({ kind: 'open', done: [], open: STEPS });
    expect(progressOf(NEW, 'recorded')).toMatchObject({ done: ['recorded'] });
  });

  it.each(['not recorded', 'not held'] as const)(
    'is not coming if the meeting was %s',
    (outcome) => {
      expect(progressOf(NEW, outcome)).toEqual({ kind: 'none', because: outcome });
    },
  );

  it('is recorded and uploaded if the playlist shows it, whatever was said', () => {
    const seen = led({ kind: 'seen', videos: [VIDEO] });
    for (const outcome of [undefined, 'recorded', 'not recorded', 'not held'] as const) {
      expect(progressOf(seen, outcome)).toMatchObject({ open: ['linked', 'marked'] });
    }
  });

  it('is done once its video is linked and marked', () => {
    const done = led(
      { kind: 'seen', videos: [VIDEO] },
      { kind: 'link seen' },
      { kind: 'ticked', step: 'marked', done: true },
    );
    expect(progressOf(done, undefined)).toEqual({ kind: 'done' });
  });

  it('that is gone from the playlist is open again, but was uploaded', () => {
    const gone = led({ kind: 'seen', videos: [VIDEO] }, { kind: 'seen', videos: [] });
    expect(progressOf(gone, undefined)).toMatchObject({
      open: ['in the playlist', 'linked', 'marked'],
    });
  });

  it('keeps a video that an organizer named, whatever its title says', () => {
    const said = led({ kind: 'said', videoId: VIDEO.id }, { kind: 'seen', videos: [] });
    expect(said.videos).toEqual([{ ...VIDEO, said: true }]);
    expect(
      led({ kind: 'said', videoId: VIDEO.id }, { kind: 'seen', videos: [VIDEO] }).videos,
    ).toMatchObject([VIDEO]);
  });

  const someEvent: fc.Arbitrary<RecordingEvent> = fc.oneof(
    fc.record({
      kind: fc.constant('ticked' as const),
      step: fc.constantFrom('uploaded', 'in the playlist', 'linked', 'marked'),
      done: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('seen' as const),
      videos: fc.subarray([VIDEO, { id: 'bbbbbbbbbbb', part: 2 }]),
    }),
    fc.constant({ kind: 'link seen' as const }),
    fc.record({ kind: fc.constant('said' as const), videoId: fc.constant('ccccccccccc') }),
  );

  it('comes to the same if each event is told twice, and each step is done or open', () => {
    fc.assert(
      fc.property(
        fc.array(someEvent),
        fc.constantFrom<MeetingOutcome | undefined>(undefined, 'recorded', 'not held'),
        (events, outcome) => {
          const once = led(...events);
          const twice = led(...events.flatMap((event) => [event, event]));
          expect(twice).toEqual(once);
          const last = events.at(-1);
          if (last) expect(after(once, last)).toBe(once);
          const progress = progressOf(once, outcome);
          if (progress.kind === 'open') {
            expect([...progress.done, ...progress.open].sort()).toEqual([...STEPS].sort());
          }
        },
      ),
    );
  });
});

describe('a recording is missing', () => {
  const afterDays = (days: number) => NEW.meeting.end.plus({ days });
  const WAIT = { minutes: 3 * 24 * 60 };

  it('after some days, unless it is in the playlist or is not coming', () => {
    expect(isMissing(NEW, undefined, afterDays(2.9), WAIT)).toBe(false);
    expect(isMissing(NEW, undefined, afterDays(3), WAIT)).toBe(true);
    expect(isMissing(NEW, 'recorded', afterDays(3), WAIT)).toBe(true);
    expect(isMissing(NEW, 'not held', afterDays(3), WAIT)).toBe(false);
    expect(isMissing(led({ kind: 'seen', videos: [VIDEO] }), undefined, afterDays(3), WAIT)).toBe(
      false,
    );
    const ticked = led({ kind: 'ticked', step: 'in the playlist', done: true });
    expect(isMissing(ticked, undefined, afterDays(3), WAIT)).toBe(false);
  });
});

describe('organizers are nudged', () => {
  it('when the first is missing, and a week later while any is', () => {
    const first = nudgeAt(undefined, true, NOW);
    expect(first).toEqual({ number: 1, at: NOW });
    expect(nudgeAt(first, true, NOW.plus({ days: 6.9 }))).toBe(first);
    expect(nudgeAt(first, true, NOW.plus({ days: 7 }))).toMatchObject({ number: 2 });
    expect(nudgeAt(first, false, NOW.plus({ days: 9 }))).toBe(first);
    expect(nudgeAt(first, true, NOW.plus({ days: 30 }))).toMatchObject({ number: 2 });
    expect(nudgeAt(undefined, false, NOW)).toBeUndefined();
  });
});

describe('the ledger follows the calendar', () => {
  const changes = (known: Recording[], ...meetings: Parameters<typeof heldChanges>[1][number][]) =>
    atOnce(heldChanges(known, meetings, NOW));

  it('takes in meetings that are over, and no others', () => {
    const { put, remove } = changes(
      [],
      meeting('2026-12-09T09:00'),
      meeting('2026-12-09T12:00', { status: 'cancelled' }),
      meeting('2026-12-10T08:30'),
      meeting('2026-12-16T09:00'),
      meeting('2026-12-07T09:00', { regular: false, end: at('2026-12-07T18:00') }),
      allDay('2026-12-08', '2026-12-09'),
    );
    expect(put.map(({ id }) => id)).toEqual(['meeting-2026-12-09T09:00']);
    expect(remove).toEqual([]);
  });

  it('drops one that turns out to be cancelled, unless something shows that it took place', () => {
    const cancelled = meeting('2026-12-09T09:00', { status: 'cancelled' });
    expect(changes([NEW], cancelled).remove).toEqual([NEW.meeting.id]);
    const shown = led({ kind: 'seen', videos: [VIDEO] });
    expect(changes([shown], cancelled).remove).toEqual([]);
  });

  it('keeps what the calendar no longer shows, and changes what it shows differently', () => {
    expect(changes([NEW])).toEqual({ put: [], remove: [] });
    expect(changes([NEW], meeting('2026-12-09T09:00')).put).toEqual([]);
    expect(changes([NEW], meeting('2026-12-09T09:00', { title: 'Renamed' })).put).toHaveLength(1);
  });
});

describe('what the playlist shows', () => {
  const playlist = (changes: Partial<Playlist> = {}): Playlist => ({
    videos: [],
    coverage: 'all',
    readAt: NOW,
    source: 'api',
    ...changes,
  });
  const video = (id: string) => ({ id, title: id, publishedAt: NOW });
  const shown = led({ kind: 'seen', videos: [VIDEO] });

  it('puts parts in order', () => {
    const videos = ['v2', 'v1'].map(video);
    const matches = new Map([
      ['v2', { kind: 'matched', meetingId: NEW.meeting.id, part: 2 }],
      ['v1', { kind: 'matched', meetingId: NEW.meeting.id, part: 1 }],
    ] as const);
    const { events } = seenVideos([NEW], [playlist({ videos })], matches, true);
    expect(events[0]?.event).toEqual({
      kind: 'seen',
      videos: [
        { id: 'v1', part: 1 },
        { id: 'v2', part: 2 },
      ],
    });
  });

  it('says that a video is gone only if it would have been seen, just now', () => {
    const gone = (coverage: Playlist['coverage'], isFresh: boolean) =>
      seenVideos([shown], [playlist({ coverage })], new Map(), isFresh).events.length;
    expect(gone('all', true)).toBe(1);
    expect(gone('all', false)).toBe(0);
    expect(gone('first', true)).toBe(0);
    expect(gone('newest', true)).toBe(0);
  });
});

describe('the title of a recording', () => {
  it('fits YouTube: at most 100 characters, the date whole, no angle brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const title = recordingTitle('[WG Serving] {meeting} {date}', { title: name, start: NOW });
        expect(title.length).toBeLessThanOrEqual(101);
        expect(title).toMatch(/ 20261210$/u);
        expect(title).not.toMatch(/[<>]/u);
      }),
    );
  });

  it('has the date of the meeting’s own zone', () => {
    const start = at('2026-12-10T08:00', 'Asia/Tokyo');
    expect(recordingTitle('{meeting} {date}', { title: 'APAC', start })).toBe('APAC 20261210');
  });
});
