import { nearest, squash, words } from '../text/similarity.ts';
import type { Group, GroupMeeting } from './schema.ts';

/** The meeting that stands for the group: the first of its list. */
export function regularMeeting({ meetings }: Group): GroupMeeting | undefined {
  return meetings[0];
}

/** The titles that a meeting has in the calendar. */
export function titlesOf({ title, aliases }: GroupMeeting): string[] {
  return [title, ...aliases];
}

/** What people may call a meeting. */
export function namesOfMeeting(meeting: GroupMeeting): string[] {
  const { subproject, askedAs } = meeting;
  return [...titlesOf(meeting), ...(subproject === undefined ? [] : [subproject]), ...askedAs];
}

/** A title that tells whose meeting it is, as in “Office Hours (kubeadm)”. */
export function fullTitle({ title, subproject }: GroupMeeting): string {
  const isNamed = subproject === undefined || squash(title).includes(squash(subproject));
  return isNamed ? title : `${title} (${subproject})`;
}

/** Finds the group's meeting of a title in the calendar; the first one if several share it. */
export function meetingFinder(
  meetings: readonly GroupMeeting[],
): (title: string) => GroupMeeting | undefined {
  const byTitle = new Map(
    meetings
      .toReversed()
      .flatMap((meeting) => titlesOf(meeting).map((title) => [squash(title), meeting] as const)),
  );
  return (title) => byTitle.get(squash(title));
}

/**
 * The group's meetings that someone who types this may mean: those of that name, else those whose names
 * have all its words, else those with a name that is nearly it.
 */
export function meetingsCalled(
  { meetings }: Pick<Group, 'meetings'>,
  typed: string,
): GroupMeeting[] {
  const wanted = squash(typed);
  if (wanted === '') return [];
  const having = (matches: (name: string) => boolean) =>
    meetings.filter((meeting) => namesOfMeeting(meeting).some(matches));
  const exact = having((name) => squash(name) === wanted);
  if (exact.length > 0) return exact;
  const told = words(typed);
  const holding = having((name) => {
    const parts = new Set(words(name));
    return told.every((word) => parts.has(word));
  });
  if (holding.length > 0) return holding;
  const [best] = nearest(typed, meetings.flatMap(namesOfMeeting));
  return best === undefined ? [] : having((name) => name === best);
}

/** The weekdays on which the group meets by its rules, separated by spaces. */
export function weekdays({ meetings }: Pick<Group, 'meetings'>): string {
  const days = meetings.flatMap(({ when }) => (when && when.kind !== 'text' ? when.weekday : []));
  return [...new Set(days)].join(' ');
}
