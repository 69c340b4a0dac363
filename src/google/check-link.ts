import type { CheckLink } from '../following/ports.ts';
import { linkStatus } from '../http/link-status.ts';

const DOCS = 'https://docs.google.com/';
const YOUTUBE = 'https://www.youtube.com/';

const DOCUMENT = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?document\/(?:u\/\d+\/)?d\/([\w-]+)/u;
const PLAYLIST = /^https:\/\/(?:www\.)?youtube\.com\/playlist\?(?:.*&)?list=([\w-]+)/u;

/**
 * Whether a document, a playlist or a page is still there. `rootUrl` replaces Google's own servers, and then
 * no others are asked.
 */
export function linkChecker(rootUrl: string | undefined): CheckLink {
  return async (url) => {
    const asked = googleAddress(url, rootUrl) ?? (rootUrl === undefined ? url : undefined);
    return asked === undefined ? undefined : linkStatus(asked);
  };
}

/** YouTube shows a page for every playlist, also for one that is gone: only the playlist's feed tells. */
function googleAddress(url: string, rootUrl: string | undefined): string | undefined {
  const [, document] = DOCUMENT.exec(url) ?? [];
  if (document !== undefined) {
    return `${rootUrl ?? DOCS}document/d/${document}/export?format=txt`;
  }
  const [, playlist] = PLAYLIST.exec(url) ?? [];
  return playlist && `${rootUrl ?? YOUTUBE}feeds/videos.xml?playlist_id=${playlist}`;
}
