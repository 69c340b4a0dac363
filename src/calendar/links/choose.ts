import { chooseAgenda } from './choose-agenda.ts';
import { chooseJoin } from './choose-join.ts';
import type { Invitation, JoinLink } from './invitation.ts';
import { choosePlace } from './place.ts';

/** What the group publishes for a meeting. */
export interface PublishedLinks {
  readonly join?: string | undefined;
  readonly agenda?: string | undefined;
}

/** What people click to join, and where they go. */
export interface ChosenLinks {
  readonly join?: JoinLink;
  /** The agenda or the notes. */
  readonly agenda?: string;
  readonly place?: string;
}

/**
 * What a person would pick from an event: its link, its agenda, its place. `published` replaces what
 * the event lacks, and is empty for a meeting that the group file does not describe.
 */
export function chooseLinks(invitation: Invitation, published: PublishedLinks = {}): ChosenLinks {
  const join = chooseJoin(invitation, published.join);
  const agenda = chooseAgenda(invitation) ?? published.agenda;
  const place = choosePlace(invitation.place, join !== undefined);
  return {
    ...(join && { join }),
    ...(agenda !== undefined && { agenda }),
    ...(place !== undefined && { place }),
  };
}
