import type { DateTime } from 'luxon';
import type { CalendarState } from '../calendar/snapshot.ts';
import { communityFolder } from '../community/community-group.ts';
import { COMMUNITY, groupFacts } from '../community/group-facts.ts';
import type { Listing } from '../community/published-file.ts';
import type { Group } from '../group/schema.ts';
import { squash } from '../text/similarity.ts';
import { calendarDifferences } from './calendar-differences.ts';
import type { Difference } from './difference.ts';
import { checkLinks } from './links.ts';
import { pageDifferences, publishedGroup } from './page-differences.ts';
import { NO_MESSAGES, type PlannedMessage, planMessages } from './plan-messages.ts';
import type { CheckLink, CommunityPages } from './ports.ts';
import type { FollowState } from './state.ts';

export interface FollowTools {
  readonly pages: CommunityPages;
  readonly checkLink: CheckLink;
  readonly calendar: CalendarState;
}

export type Comparison =
  | {
      readonly kind: 'compared';
      readonly state: FollowState;
      readonly messages: readonly PlannedMessage[];
    }
  /** What is published could not be read; what was told before stands. */
  | { readonly kind: 'not compared'; readonly problem: string }
  /** The group is none of the community's. */
  | { readonly kind: 'not followed' };

const COMPARE_EVERY = { hours: 23 };

/** Whether it is time to compare a group again. */
export function isDue(before: FollowState | undefined, now: DateTime<true>): boolean {
  return before === undefined || now >= before.comparedAt.plus(COMPARE_EVERY);
}

/** Compares a group's file with what is published about it. Changes nothing but what is remembered. */
export async function compareGroup(
  group: Group,
  before: FollowState | undefined,
  tools: FollowTools,
  now: DateTime<true>,
): Promise<Comparison> {
  const groups = await tools.pages.groups(now);
  if (groups.kind === 'unreadable') return { kind: 'not compared', problem: groups.problem };
  const listing = groups.listings.find((one) => one.group.dir === group.id);
  const folder = communityFolder(group);
  if (!listing && folder === undefined) return { kind: 'not followed' };
  const found = listing
    ? await ofListed(group, listing, before, tools, now)
    : await ofUnlisted(group, tools.pages);
  if (typeof found === 'string') return { kind: 'not compared', problem: found };
  const links = await checkLinks(
    group,
    { linksCheckedAt: before?.linksCheckedAt, deadLinks: before?.deadLinks ?? [] },
    tools.checkLink,
    now,
  );
  const dead = links.deadLinks.map((link): Difference => ({ kind: 'dead link', ...link }));
  const plan = planMessages(before ?? NO_MESSAGES, [...found.differences, ...dead], now);
  const state = { comparedAt: now, ...links, seen: found.seen, ...plan.state };
  return { kind: 'compared', state, messages: plan.messages };
}

interface Found {
  readonly differences: readonly Difference[];
  readonly seen: readonly string[];
}

/** A string says why the comparison can't be made. */
async function ofListed(
  group: Group,
  listing: Listing,
  before: FollowState | undefined,
  { pages, calendar }: FollowTools,
  now: DateTime<true>,
): Promise<Found | string> {
  const page = await pages.page(listing.group.dir);
  if (page.kind === 'unreadable') return page.problem;
  const facts = groupFacts(listing);
  const published = publishedGroup(facts);
  const seen = before?.seen ?? [];
  const custom = page.kind === 'read' ? page.page : undefined;
  const gone: Difference[] =
    page.kind === 'missing' ? [{ kind: 'page gone', page: published.page ?? COMMUNITY }] : [];
  const inCalendar =
    calendar.kind === 'read' ? calendarDifferences(group, published, calendar.meetings, now) : [];
  return {
    differences: [...gone, ...pageDifferences(group, facts, custom, new Set(seen)), ...inCalendar],
    seen: [...new Set([...seen, ...published.meetings.map(({ title }) => squash(title))])],
  };
}

/** A group that is not in sigs.yaml is archived or renamed: a folder alone proves nothing. */
async function ofUnlisted(group: Group, pages: CommunityPages): Promise<Found> {
  if (group.status !== 'active') return { differences: [], seen: [] };
  const folder = `archive/${group.id}`;
  const { kind } = await pages.page(folder);
  const archive = kind === 'read' ? `${COMMUNITY}/tree/main/${folder}` : undefined;
  return { differences: [{ kind: 'not listed', archive }], seen: [] };
}
