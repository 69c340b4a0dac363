import type { DateTime } from 'luxon';
import type { Group } from '../group/schema.ts';
import type { CheckLink } from './ports.ts';
import type { DeadLink } from './state.ts';

const GONE = new Set([404, 410]);
const MAX_LINKS = 200;
const CHECK_EVERY = { days: 7 };

interface NamedLink {
  readonly what: string;
  readonly url: string;
}

/** The documents, playlists and pages that a group file links. */
export function linksOf(group: Group): NamedLink[] {
  const { charter, page, recordings, workstreams, meetings } = group;
  const links = [
    ...meetings.flatMap(({ title, agenda, recordings: playlist }) => [
      { what: `notes of ${title}`, url: agenda },
      { what: `recordings of ${title}`, url: playlist },
    ]),
    ...workstreams.map(({ name, doc }) => ({ what: `document of ${name}`, url: doc })),
    { what: 'recordings', url: recordings.playlist },
    { what: 'page', url: page },
    { what: 'charter', url: charter },
  ];
  const named = links.flatMap(({ what, url }) => (url === undefined ? [] : [{ what, url }]));
  return [...new Map(named.map((link) => [link.url, link])).values()].slice(0, MAX_LINKS);
}

export interface LinkState {
  readonly linksCheckedAt: DateTime<true> | undefined;
  readonly deadLinks: readonly DeadLink[];
}

/** Checks all links once a week, and in between those that were dead, so that a mended one is noticed. */
export async function checkLinks(
  group: Group,
  { linksCheckedAt, deadLinks }: LinkState,
  check: CheckLink,
  now: DateTime<true>,
): Promise<LinkState> {
  const links = linksOf(group);
  const isDue = linksCheckedAt === undefined || now >= linksCheckedAt.plus(CHECK_EVERY);
  const wereDead = new Map(deadLinks.map((link) => [link.url, link]));
  const found: DeadLink[] = [];
  for (const link of links) {
    const before = wereDead.get(link.url);
    if (!isDue && !before) continue;
    const status = await check(link.url);
    if (status !== undefined && GONE.has(status)) found.push({ ...link, status });
    else if (status === undefined && before) found.push(before);
  }
  return { linksCheckedAt: isDue ? now : linksCheckedAt, deadLinks: found };
}
