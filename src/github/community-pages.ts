import type { DateTime } from 'luxon';
import { MAX_PAGE_BYTES, readCustomPart } from '../community/custom-part.ts';
import { pageOf } from '../community/group-facts.ts';
import { MAX_BYTES } from '../community/published-file.ts';
import type { CommunityPages, GroupsReading, PageReading } from '../following/ports.ts';
import { FetchFailure } from '../http/bounded-fetch.ts';
import { type Download, download } from '../http/download.ts';
import { readPublished } from './read-published.ts';

/** Raw files of the community's repository. HEAD is its default branch, whatever its name. */
export const COMMUNITY_FILES = 'https://raw.githubusercontent.com/kubernetes/community/HEAD/';

const TIMEOUT_MS = 20_000;
// All groups are compared one after another, and share one reading.
const FRESH_FOR = { minutes: 10 };

/**
 * Reads what the community publishes, from its repository. A file that has not changed is neither sent nor
 * read again. `root` ends with a slash.
 */
export function communityPages(root: string = COMMUNITY_FILES): CommunityPages {
  const list = conditional<GroupsReading>(`${root}sigs.yaml`, MAX_BYTES, async (bytes) => {
    const read = await readPublished(bytes);
    return read.kind === 'read'
      ? read
      : { kind: 'unreadable', problem: `sigs.yaml ${read.problem}` };
  });
  const pages = new Map<string, () => Promise<PageReading | Missing>>();
  let shared: { readonly at: DateTime<true>; readonly reading: Promise<GroupsReading> } | undefined;

  async function readList(): Promise<GroupsReading> {
    const reading = await list();
    if (reading.kind !== 'missing') return reading;
    return { kind: 'unreadable', problem: 'sigs.yaml is not where it was (404)' };
  }

  return {
    groups(now) {
      if (shared && now >= shared.at && now < shared.at.plus(FRESH_FOR)) return shared.reading;
      const reading = readList().then((read) => {
        // A failure is not worth keeping.
        if (read.kind === 'unreadable') shared = undefined;
        return read;
      });
      shared = { at: now, reading };
      return reading;
    },

    async page(folder) {
      const path = `${folder.split('/').map(encodeURIComponent).join('/')}/README.md`;
      const read =
        pages.get(folder) ??
        conditional<PageReading>(`${root}${path}`, MAX_PAGE_BYTES, async (bytes) => {
          const page = readCustomPart(new TextDecoder().decode(bytes), pageOf(folder));
          if (page.ok) return { kind: 'read', page };
          return { kind: 'unreadable', problem: `${path} ${page.problem}` };
        });
      pages.set(folder, read);
      return read();
    },
  };
}

interface Missing {
  readonly kind: 'missing';
}

interface Unreadable {
  readonly kind: 'unreadable';
  readonly problem: string;
}

/** A file that is read again only if it has changed. The last good reading is kept. */
function conditional<T extends { readonly kind: string }>(
  url: string,
  maxBytes: number,
  read: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>,
): () => Promise<T | Missing | Unreadable> {
  let last: { readonly etag: string; readonly value: T } | undefined;
  return async () => {
    const etag = last?.etag;
    const request = { url, accept: 'text/plain', etag, maxBytes, timeoutMs: TIMEOUT_MS };
    const downloaded = await download(request).catch((error: unknown): Download | Unreadable => {
      if (!(error instanceof FetchFailure)) throw error;
      return { kind: 'unreadable', problem: `${url} could not be read: ${error.message}` };
    });
    switch (downloaded.kind) {
      case 'unreadable':
        return downloaded;
      case 'not modified':
        return last?.value ?? { kind: 'unreadable', problem: `${url} was said to be unchanged` };
      case 'refused':
        if ([404, 410].includes(downloaded.status)) return { kind: 'missing' };
        return {
          kind: 'unreadable',
          problem: `${url} could not be read: status ${downloaded.status}`,
        };
      case 'downloaded': {
        const value = await read(downloaded.bytes);
        if (value.kind === 'read' && downloaded.etag !== undefined) {
          last = { etag: downloaded.etag, value };
        }
        return value;
      }
    }
  };
}
