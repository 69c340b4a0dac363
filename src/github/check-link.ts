import type { CheckLink } from '../following/ports.ts';
import { linkStatus } from '../http/link-status.ts';

const PLAYLIST = /^https:\/\/(?:www\.)?youtube\.com\/playlist\?(?:.*&)?list=([\w-]+)/u;

/**
 * Whether a document, a playlist or a page is still there. `rewrite` leads a link to another server, for
 * tests. YouTube shows a page for every playlist, also for one that is gone; only its feed tells.
 */
export function linkChecker(rewrite: (url: string) => string = (url) => url): CheckLink {
  return (url) => {
    const [, playlist] = PLAYLIST.exec(url) ?? [];
    const asked =
      playlist === undefined
        ? url
        : `https://www.youtube.com/feeds/videos.xml?playlist_id=${playlist}`;
    return linkStatus(rewrite(asked));
  };
}
