import type { DateTime } from 'luxon';
import type { Reply } from '../http.ts';
import { canBeWatched, type LocalPlaylist, type LocalVideo } from './playlist.ts';

const PATH = '/feeds/videos.xml';
// Whatever the playlist holds, its feed has the first fifteen.
const ENTRIES = 15;
const CHANNEL = 'UCZ2bu0qutTOM0tHYa_jkIwg';

/** Whether a path is that of a playlist's feed. */
export function isPlaylistFeed(path: string): boolean {
  return path === PATH;
}

/** Answers a request for a playlist's public Atom feed. */
export function answerPlaylistFeed(
  method: string,
  url: URL,
  playlists: readonly LocalPlaylist[],
): Reply {
  const wanted = url.searchParams.get('playlist_id');
  const playlist = playlists.find(({ id }) => id === wanted);
  if (method !== 'GET' || !playlist || playlist.visibility === 'private') return NOT_FOUND;
  return {
    status: 200,
    body: feedOf(playlist),
    headers: { 'content-type': 'text/xml; charset=UTF-8', 'cache-control': 'public, max-age=900' },
  };
}

function feedOf({ id, title, videos }: LocalPlaylist): string {
  const shown = videos.slice(0, ENTRIES).filter(canBeWatched);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">',
    ` <link rel="self" href="http://www.youtube.com/feeds/videos.xml?playlist_id=${id}"/>`,
    ` <id>yt:playlist:${id}</id>`,
    ` <yt:playlistId>${id}</yt:playlistId>`,
    ` <yt:channelId>${CHANNEL}</yt:channelId>`,
    ` <title>${escaped(title)}</title>`,
    ...shown.flatMap(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf({ id, title, publishedAt }: LocalVideo): string[] {
  const link = `https://www.youtube.com/watch?v=${id}`;
  return [
    ' <entry>',
    `  <id>yt:video:${id}</id>`,
    `  <yt:videoId>${id}</yt:videoId>`,
    `  <yt:channelId>${CHANNEL}</yt:channelId>`,
    `  <title>${escaped(title)}</title>`,
    `  <link rel="alternate" href="${link}"/>`,
    '  <author>',
    '   <name>Kubernetes</name>',
    `   <uri>https://www.youtube.com/channel/${CHANNEL}</uri>`,
    '  </author>',
    `  <published>${atom(publishedAt)}</published>`,
    `  <updated>${atom(publishedAt)}</updated>`,
    '  <media:group>',
    `   <media:title>${escaped(title)}</media:title>`,
    `   <media:content url="https://www.youtube.com/v/${id}?version=3" type="application/x-shockwave-flash" width="640" height="390"/>`,
    `   <media:thumbnail url="https://i1.ytimg.com/vi/${id}/hqdefault.jpg" width="480" height="360"/>`,
    '   <media:description></media:description>',
    '  </media:group>',
    ' </entry>',
  ];
}

function atom(at: DateTime): string {
  return at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'+00:00'");
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);
}

const NOT_FOUND: Reply = {
  status: 404,
  body: '<html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> <ins>That’s an error.</ins></html>\n',
  headers: { 'content-type': 'text/html; charset=UTF-8' },
};
