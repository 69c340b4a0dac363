import type { DateTime } from 'luxon';
import type { CustomPart } from '../community/custom-part.ts';
import type { Listing } from '../community/published-file.ts';
import type { FollowState } from './state.ts';

/** The community's list of its groups, as read now. */
export type GroupsReading =
  | { readonly kind: 'read'; readonly listings: readonly Listing[] }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** A group's page, as read now. */
export type PageReading =
  | { readonly kind: 'read'; readonly page: CustomPart }
  /** There is no such page. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** What the community publishes. */
export interface CommunityPages {
  /** The list of groups; one reading serves all who ask within some minutes. */
  groups(now: DateTime<true>): Promise<GroupsReading>;
  /** The page in a folder of the community's repository, such as `wg-batch`. */
  page(folder: string): Promise<PageReading>;
}

/** The HTTP status of a public page; undefined if nothing can be said about it at the moment. */
export type CheckLink = (url: string) => Promise<number | undefined>;

/** What is remembered of a group from one comparison to the next. */
export interface FollowStates {
  load(): Promise<FollowState | undefined>;
  save(state: FollowState): Promise<void>;
}
