import { nearest, squash } from '../text/similarity.ts';
import type {
  Fact,
  Group,
  GroupMeeting,
  Guide,
  Organizer,
  Retirement,
  Workstream,
} from './schema.ts';

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The entry that a name, an alias or a near miss of one stands for. */
function findNamed<T extends Named>(items: readonly T[], typed: string): T | undefined {
  const spellings = items.flatMap((item) => namesOf(item).map((name) => ({ name, item })));
  const wanted = squash(typed);
  if (wanted === '') return undefined;
  const exact = spellings.find(({ name }) => squash(name) === wanted);
  if (exact) return exact.item;
  const [best] = nearest(
    typed,
    spellings.map(({ name }) => name),
  );
  return spellings.find(({ name }) => name === best)?.item;
}

/** The workstream that a name or a near miss stands for, such as `autoscalling` or `multi-node`. */
export function findWorkstream(group: Group, typed: string): Workstream | undefined {
  return findNamed(group.workstreams, typed);
}

/** The guide that a topic stands for. */
export function findGuide(group: Group, typed: string): Guide | undefined {
  return findNamed(group.guides, typed);
}

/** The fact that a name or a near miss stands for. */
export function findFact(group: Group, typed: string): Fact | undefined {
  return findNamed(group.facts, typed);
}

/** The meeting that stands for the group: the first of its list. */
export function regularMeeting({ meetings }: Group): GroupMeeting | undefined {
  return meetings[0];
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

/** The weekdays on which the group meets by its rules, separated by spaces. */
export function weekdays({ meetings }: Pick<Group, 'meetings'>): string {
  const days = meetings.flatMap(({ when }) => (when && when.kind !== 'text' ? when.weekday : []));
  return [...new Set(days)].join(' ');
}

/** The titles that a meeting has in the calendar. */
export function titlesOf({ title, aliases }: GroupMeeting): string[] {
  return [title, ...aliases];
}

/** The template for the titles of recordings. */
export function titleTemplate({ name, recordings }: Pick<Group, 'name' | 'recordings'>): string {
  return recordings.titleTemplate ?? `[${name}] {meeting} {date}`;
}

/** Since when a group no longer exists, and who took over; undefined while it is active. */
export function retirementOf({ status }: Group): Retirement | undefined {
  return status === 'active' ? undefined : status;
}

/** The meeting names that someone who types this may mean: a workstream's names, or the text itself. */
export function meetingNames(group: Group, typed: string): string[] {
  const stream = findWorkstream(group, typed);
  return stream ? namesOf(stream) : [typed];
}

/** All names of a workstream; `MultiHost/MultiNode` is one workstream with two names. */
export function streamNames({ name, aliases }: Workstream): string[] {
  return [...name.split('/'), ...aliases];
}

/** The organizer with this Slack member ID. */
export function organizerBySlackId(group: Group, slackId: string): Organizer | undefined {
  return group.organizers.find((organizer) => organizer.slackId === slackId);
}

/** Profile page of a GitHub user. */
export function githubUrl(user: string): string {
  return `https://github.com/${user}`;
}

function namesOf(item: Named): string[] {
  return [item.name, ...item.aliases];
}
