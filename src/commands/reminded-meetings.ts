import { isTimed, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { namedBy } from '../calendar/meeting-names.ts';
import { upcoming } from '../calendar/schedule.ts';
import { meetingNames } from '../group/lookup.ts';
import { meetingFinder, regularMeeting } from '../group/published-meetings.ts';
import type { About, WishFacts } from '../reminders/wish.ts';
import { ellipsize } from '../text/plain.ts';
import { squash } from '../text/similarity.ts';
import type { SharedContext } from './command.ts';

// Enough to tell titles apart; what follows is not compared.
const MAX_NAME_LENGTH = 200;

type Known = Pick<SharedContext, 'calendar' | 'group' | 'now'>;

/** The meetings ahead that people can be reminded of, by start. */
export function remindable({ calendar, group, now }: Known): TimedMeeting[] {
  if (calendar.kind !== 'read') return [];
  return upcoming(calendar.meetings, now, group.zone)
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now);
}

/** The first meeting ahead that a subscription reminds of. */
export function nextReminded(about: string | undefined, known: Known): TimedMeeting | undefined {
  const meetings = remindable(known);
  if (about === undefined) return meetings[0];
  const names = meetingNames(known.group, about);
  const isOne = namedBy(names);
  return meetings.find(({ title }) => isOne(title));
}

/** What names in a wish are looked up in. */
export function wishFacts(known: Known): WishFacts {
  return { group: known.group, titles: titlesAhead(known) };
}

/** Each title once, by start; those without a letter are no names. */
export function titlesAhead(known: Known): string[] {
  const titles = remindable(known).map(({ title }) => title);
  return [...new Set(titles)].filter((title) => squash(title) !== '');
}

/** The name that is kept for meetings that are known; undefined for every meeting. */
export function keptName(
  about: Exclude<About, { kind: 'unknown' }>,
  known: Known,
): string | undefined {
  switch (about.kind) {
    case 'everything':
      return undefined;
    case 'regular meeting':
      return titleOfRegular(known);
    case 'workstream':
      return about.name;
    case 'title':
      return ellipsize(about.title, MAX_NAME_LENGTH);
  }
}

/** As it stands in the calendar, which may know it by an alias, or by its series alone. */
function titleOfRegular(known: Known): string | undefined {
  const regular = regularMeeting(known.group);
  if (!regular) return undefined;
  const published = meetingFinder(known.group.meetings);
  const ahead = remindable(known);
  const next =
    ahead.find(({ title }) => published(title) === regular) ??
    ahead.find((meeting) => meeting.regular && published(meeting.title) === undefined);
  return ellipsize(next?.title ?? regular.title, MAX_NAME_LENGTH);
}
