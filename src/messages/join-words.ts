import type { TimedMeeting } from '../calendar/meeting.ts';
import { join, type Mrkdwn, md } from './mrkdwn.ts';

/** What tells how to take part in a meeting. */
export type Joining = Pick<TimedMeeting, 'joinLink' | 'linkKind' | 'place'>;

/** What the link to join is called: not all of them open a room. */
export function joinLabel(linkKind: Joining['linkKind']): string {
  switch (linkKind) {
    case 'registration':
      return 'Register';
    case 'chat':
      return 'Open chat';
    case 'stream':
      return 'Watch';
    case 'link':
    case undefined:
      return 'Join';
  }
}

/** Where a meeting takes place, and what has to be known of its link. */
export function joinNote({ joinLink, linkKind, place }: Joining): Mrkdwn | undefined {
  const where = place === undefined ? undefined : md`Place: ${place}`;
  const notes = [where, linkNote(joinLink, linkKind)].filter((note) => note !== undefined);
  return notes.length > 0 ? join(notes, '\n') : undefined;
}

function linkNote(joinLink: string | undefined, linkKind: Joining['linkKind']): Mrkdwn | undefined {
  if (joinLink === undefined) return md`The calendar has no link to join it.`;
  switch (linkKind) {
    case 'link':
      return md`The calendar's link to join leads to a site that I don't know.`;
    case 'registration':
      return md`Its link is for registering.`;
    case 'chat':
    case 'stream':
    case undefined:
      return undefined;
  }
}
