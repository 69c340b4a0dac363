import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { type CustomPart, readCustomPart } from '../../src/community/custom-part.ts';
import type { Listing } from '../../src/community/published-file.ts';
import type { CommunityPages } from '../../src/following/ports.ts';
import { fixture, readable } from '../community/published.ts';

const entry = z.looseObject({
  leadership: z.object({ chairs: z.array(z.record(z.string(), z.string())) }),
  meetings: z.tuple([z.record(z.string(), z.string())]),
});

const history = z.object({
  first: entry,
  steps: z.array(
    z.object({
      date: z.string(),
      chair: z.record(z.string(), z.string()).optional(),
      meeting: z.record(z.string(), z.string()).optional(),
      workstreams: z.array(z.string()).optional(),
      archived: z.boolean().optional(),
      told: z.array(z.string()),
    }),
  ),
});

/** A state that the group's entry and its page were in. */
export interface PageState {
  readonly date: string;
  /** Undefined once the group is archived. */
  readonly listing: Listing | undefined;
  readonly page: CustomPart;
  /** What is told when this state is compared with the one before. */
  readonly told: readonly string[];
}

/** The states of WG Serving's page, from its foundation until it was archived. */
export function pageHistory(): PageState[] {
  const { first, steps } = history.parse(parse(fixture('wg-serving-history.yaml')));
  let current = first;
  let workstreams: readonly string[] = [];
  const founded = { date: '2024-04-29', listing: listingOf(first), page: pageOf([]), told: [] };
  const later = steps.map((step): PageState => {
    const [meeting] = current.meetings;
    const chairs = current.leadership.chairs.concat(step.chair ?? []);
    current = {
      ...current,
      leadership: { chairs },
      meetings: [{ ...meeting, ...step.meeting }],
    };
    workstreams = step.workstreams ?? workstreams;
    const listing = step.archived ? undefined : listingOf(current);
    return { date: step.date, listing, page: pageOf(workstreams), told: step.told };
  });
  return [founded, ...later];
}

/** The community's pages while the group's were in a state. */
export function pagesAt({ listing, page }: PageState): CommunityPages {
  return {
    groups: async () => ({ kind: 'read', listings: listing ? [listing] : [] }),
    async page(folder) {
      const isThere = folder === (listing ? 'wg-serving' : 'archive/wg-serving');
      return isThere ? { kind: 'read', page } : { kind: 'missing' };
    },
  };
}

function listingOf(group: unknown): Listing {
  const file = { sigs: [], workinggroups: [group], usergroups: [], committees: [] };
  const [listing] = readable(stringify(file)).listings;
  if (!listing) throw new Error('the state is not a group');
  return listing;
}

function pageOf(workstreams: readonly string[]): CustomPart {
  const items = workstreams.map((item) => `- ${item}`).join('\n');
  const markdown = `<!-- BEGIN CUSTOM CONTENT -->\n## Workstreams\n${items}\n<!-- END CUSTOM CONTENT -->`;
  const read = readCustomPart(
    markdown,
    'https://github.com/kubernetes/community/tree/main/wg-serving',
  );
  if (!read.ok) throw new Error(read.problem);
  return read;
}
