import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Faults } from '../../sandbox/faults.ts';
import { faultName, type LocalGoogle, startLocalGoogle } from '../../sandbox/google/server.ts';
import { type LocalVideo, videoId } from '../../sandbox/youtube/playlist.ts';
import { LocalYouTube } from '../../sandbox/youtube/youtube.ts';
import { playlistId, wouldShow } from '../../src/recordings/playlist.ts';
import { feedEntries } from '../../src/youtube/feed-entries.ts';
import { playlistSource } from '../../src/youtube/playlist-source.ts';
import { at } from '../support/build.ts';

const PLAYLIST = 'PL69nYSiGNLP30qNanabU75ayPK7OPNAAS';
const NOW = at('2026-12-10T09:00');

/** Videos a week apart, the newest first. */
function videos(count: number): LocalVideo[] {
  return Array.from({ length: count }, (_, index) => {
    const publishedAt = NOW.minus({ weeks: index, hours: 2 });
    const title = `[WG Serving] Weekly ${publishedAt.toISODate()}`;
    return { id: videoId(title), title, publishedAt, visibility: 'public' };
  });
}

let youtube: LocalYouTube;
let google: LocalGoogle;
let faults: Faults;

beforeEach(async () => {
  const title = 'WG Serving';
  youtube = new LocalYouTube({
    apiKey: 'key',
    playlists: [{ id: PLAYLIST, title, visibility: 'public', videos: videos(3) }],
  });
  faults = new Faults();
  google = await startLocalGoogle({
    calendarId: 'cal',
    apiKey: 'key',
    zone: 'UTC',
    events: [],
    youtube,
    fault: (url, run) => faults.apply(faultName(url), run),
  });
});
afterEach(() => google.close());

function show(list: readonly LocalVideo[]): void {
  youtube.change(PLAYLIST, () => ({ videos: list }));
}

function source(key: string | undefined, playlist = PLAYLIST) {
  return playlistSource({ key, rootUrl: google.rootUrl }, playlist);
}

describe.each([
  ['the API', 'key', 'api'],
  ['the feed', undefined, 'feed'],
] as const)('a playlist, through %s', (_, key, name) => {
  it('is read with the titles and times of its videos', async () => {
    show(videos(2));
    const read = await source(key).read(NOW);
    expect(read).toMatchObject({ source: name, readAt: NOW });
    expect(read.videos.map(({ title }) => title)).toEqual(videos(2).map(({ title }) => title));
    expect(read.videos[0]?.publishedAt?.toMillis()).toBe(videos(2)[0]?.publishedAt.toMillis());
  });

  it('leaves out videos that nobody can watch', async () => {
    const [first, second, third] = videos(3);
    if (!first || !second || !third) throw new Error('three videos');
    show([first, { ...second, visibility: 'private' }, { ...third, visibility: 'deleted' }]);
    const { videos: read } = await source(key).read(NOW);
    expect(read.map(({ id }) => id)).toEqual([first.id]);
  });

  it('shows unlisted videos', async () => {
    show(videos(1).map((video) => ({ ...video, visibility: 'unlisted' })));
    expect((await source(key).read(NOW)).videos).toHaveLength(1);
  });

  it('keeps titles as they are, however hostile', async () => {
    const title = '<!channel> & "quotes" <script>alert(1)</script> ]]> &amp; 🎥 &lt;b&gt;';
    show(videos(1).map((video) => ({ ...video, title })));
    expect((await source(key).read(NOW)).videos[0]?.title).toBe(title);
  });

  it('that does not exist, or is private, is what the operator has to look at', async () => {
    const refused = { kind: 'refused', advice: expect.stringContaining('recordings.playlist') };
    await expect(source(key, 'PLnothing').read(NOW)).rejects.toMatchObject(refused);
    youtube.change(PLAYLIST, () => ({ visibility: 'private' }));
    await expect(source(key).read(NOW)).rejects.toMatchObject(refused);
  });

  it.each([
    'server error',
    'dropped before',
    'truncated',
    'cut off',
    'html',
    'empty body',
  ] as const)('is not understood as empty when the response is spoilt: %s', async (kind) => {
    faults.add({ on: '*', kind });
    await expect(source(key).read(NOW)).rejects.toMatchObject({
      kind: expect.stringMatching(/unavailable|refused/u),
    });
  });
});

describe('the API', () => {
  it('is asked for all pages of a long playlist', async () => {
    show(videos(120));
    const read = await source('key').read(NOW);
    expect(read).toMatchObject({ coverage: 'all' });
    expect(read.videos).toHaveLength(120);
    expect(youtube.requests()).toBe(3);
  });

  it('is asked for the first page alone while nothing changes, and for all of them once a day', async () => {
    show(videos(120));
    const playlist = source('key');
    await playlist.read(NOW);
    const again = await playlist.read(NOW.plus({ hours: 1 }));
    expect(again.videos).toHaveLength(120);
    expect(again.readAt).toEqual(NOW.plus({ hours: 1 }));
    expect(youtube.requests()).toBe(4);
    await playlist.read(NOW.plus({ hours: 25 }));
    expect(youtube.requests()).toBe(7);
  });

  it('sees a new video at the other end of a long playlist', async () => {
    show(videos(60).toReversed());
    const playlist = source('key');
    await playlist.read(NOW);
    show([...videos(60).toReversed(), { ...(videos(1)[0] as LocalVideo), id: 'newest_one1' }]);
    expect((await playlist.read(NOW.plus({ hours: 1 }))).videos).toHaveLength(61);
  });

  it('is not asked for more than 5,000 videos, and it is known that there may be more', async () => {
    show(
      videos(1).flatMap((video) =>
        Array.from({ length: 5100 }, (_, i) => ({ ...video, id: `video_${i}` })),
      ),
    );
    const read = await source('key').read(NOW);
    expect(read.videos).toHaveLength(5000);
    expect(read.coverage).toBe('first');
  });

  it.each([
    ['knows no such key', 'wrong', 0],
    ['is over its quota', 'key', 0],
  ])('gives way to the feed when it %s', async (_, key, units) => {
    youtube.setUnitsLeft(units);
    expect(await source(key).read(NOW)).toMatchObject({
      source: 'feed',
      videos: expect.any(Array),
    });
  });

  it('tells the operator about the key when the feed fails too', async () => {
    faults.add({ on: 'playlist feed', kind: 'server error' });
    await expect(source('wrong').read(NOW)).rejects.toMatchObject({
      kind: 'refused',
      advice: expect.stringContaining('GOOGLE_API_KEY'),
    });
    youtube.setUnitsLeft(0);
    await expect(source('key').read(NOW)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('quotaExceeded'),
    });
  });
});

describe('the feed', () => {
  it.each([
    ['a short playlist', videos(5).toReversed(), 'all', true],
    ['a long playlist, newest first', videos(40), 'newest', true],
    ['a long playlist, oldest first', videos(40).toReversed(), 'first', false],
  ] as const)('shows of %s: %#', async (_, list, coverage, isShown) => {
    show([...list]);
    const read = await source(undefined).read(NOW);
    expect(read.coverage).toBe(coverage);
    expect(wouldShow(read, NOW.minus({ days: 1 }))).toBe(isShown);
  });

  it('of the newest videos says nothing about older ones', async () => {
    show(videos(40));
    const read = await source(undefined).read(NOW);
    expect(wouldShow(read, NOW.minus({ weeks: 10 }))).toBe(true);
    expect(wouldShow(read, NOW.minus({ weeks: 20 }))).toBe(false);
  });

  it('expands no entities of its own, and is not taken for whole when it is not', () => {
    const bomb = '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><feed><entry>';
    const entry = '<yt:videoId>abcdefghijk</yt:videoId><title>&b;</title></entry>';
    expect(feedEntries(`${bomb}${entry}</feed>`)).toEqual([
      { id: 'abcdefghijk', title: '&b;', publishedAt: undefined },
    ]);
    expect(feedEntries(`<feed><entry>${entry}`)).toBeUndefined();
    expect(feedEntries('<html><body>Sorry</body></html>')).toBeUndefined();
    expect(feedEntries('')).toBeUndefined();
  });
});

describe('the ID of a playlist', () => {
  it.each([
    [`https://www.youtube.com/playlist?list=${PLAYLIST}`, PLAYLIST],
    [`https://youtube.com/playlist?list=${PLAYLIST}&si=B_7`, PLAYLIST],
    [`https://www.youtube.com/watch?v=abcdefghijk&list=${PLAYLIST}`, PLAYLIST],
    ['https://www.youtube.com/watch?v=abcdefghijk', undefined],
    ['https://bit.ly/wg-serving', undefined],
    ['https://youtube.com.example.org/playlist?list=PL69nYSiGNLP30qNanabU75', undefined],
    ['TBD', undefined],
  ])('in %s', (link, id) => expect(playlistId(link)).toBe(id));
});

describe('the local YouTube', () => {
  async function list(query: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${google.rootUrl}youtube/v3/playlistItems?${query}`, { headers });
    const body: unknown = response.status === 304 ? undefined : await response.json();
    return { status: response.status, body, etag: response.headers.get('etag') };
  }

  it.each([
    ['part=snippet', 403, 'forbidden'],
    ['part=snippet&key=no', 400, 'badRequest'],
    [`key=key&playlistId=${PLAYLIST}`, 400, 'missingRequiredParameter'],
    [`key=key&part=everything&playlistId=${PLAYLIST}`, 400, 'missingRequiredParameter'],
    ['key=key&part=snippet', 400, 'missingRequiredParameter'],
    ['key=key&part=snippet&playlistId=PLnone', 404, 'playlistNotFound'],
    [`key=key&part=snippet&playlistId=${PLAYLIST}&maxResults=51`, 400, 'invalidParameter'],
    [`key=key&part=snippet&playlistId=${PLAYLIST}&pageToken=x`, 400, 'invalidPageToken'],
    [`key=key&part=snippet&playlistId=${PLAYLIST}&fields=((`, 400, 'invalidFieldSelection'],
  ])('refuses %s', async (query, status, reason) => {
    const { status: got, body } = await list(query);
    expect(got).toBe(status);
    expect(body).toMatchObject({ error: { code: status, errors: [{ reason }] } });
  });

  it('answers only the parts that were asked for, and 304 while nothing changes', async () => {
    const query = `key=key&part=contentDetails&playlistId=${PLAYLIST}`;
    const { body, etag } = await list(query);
    const [item] = (body as { items: Record<string, unknown>[] }).items;
    expect(Object.keys(item ?? {}).sort()).toEqual(['contentDetails', 'etag', 'kind']);
    expect((await list(query, { 'if-none-match': etag ?? '' })).status).toBe(304);
    youtube.upload(PLAYLIST, 'A new one', DateTime.utc());
    expect((await list(query, { 'if-none-match': etag ?? '' })).status).toBe(200);
  });

  it('calls private and deleted videos by that name', async () => {
    const [video] = videos(1);
    if (!video) throw new Error('a video');
    for (const [visibility, title] of [
      ['private', 'Private video'],
      ['deleted', 'Deleted video'],
    ] as const) {
      show([{ ...video, visibility }]);
      const { body } = await list(`key=key&part=snippet,contentDetails&playlistId=${PLAYLIST}`);
      expect(body).toMatchObject({
        items: [{ snippet: { title }, contentDetails: { videoId: video.id } }],
      });
      expect(JSON.stringify(body)).not.toContain('videoPublishedAt');
    }
  });
});
