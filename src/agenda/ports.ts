import type { DateTime } from 'luxon';
import type { Proposal } from './proposal.ts';

/** What a notes document is to someone who is not signed in. */
export type NotesReading =
  | { readonly kind: 'text'; readonly text: string }
  /** Only those who sign in may read it. */
  | { readonly kind: 'private' }
  | { readonly kind: 'not there' }
  /** On a site whose documents the bot can't read. */
  | { readonly kind: 'unknown site' };

/** Where notes documents are read. */
export interface NotesSource {
  /** Fails with UpstreamError when the site can't be reached, or the document is too long. */
  read(link: string): Promise<NotesReading>;
}

/** What people proposed for the agendas of one group's meetings. */
export interface Proposals {
  /** All that are kept, the oldest first. */
  all(): Promise<readonly Proposal[]>;
  /** Adds a proposal; one that is known by its ID is not added again. */
  add(proposal: Proposal, now: DateTime<true>): Promise<void>;
  /** Notes that a proposal is for another meeting, or for another time. */
  move(id: string, to: { readonly id: string; readonly start: DateTime<true> }): Promise<void>;
  setDone(id: string, done: boolean): Promise<void>;
  /** Deletes all that someone proposed. */
  forget(userId: string): Promise<void>;
  /** Deletes those for meetings that began before `before`. */
  prune(before: DateTime<true>): Promise<void>;
}
