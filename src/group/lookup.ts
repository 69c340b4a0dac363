import { nearest, squash } from '../text/similarity.ts';
import { meetingsCalled, titlesOf } from './published-meetings.ts';
import type { Fact, Group, Guide, Organizer, Retirement, Workstream } from './schema.ts';

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

/** The template for the titles of recordings. */
export function titleTemplate({ name, recordings }: Pick<Group, 'name' | 'recordings'>): string {
  return recordings.titleTemplate ?? `[${name}] {meeting} {date}`;
}

/** Since when a group no longer exists, and who took over; undefined while it is active. */
export function retirementOf({ status }: Group): Retirement | undefined {
  return status === 'active' ? undefined : status;
}

/**
 * The meeting names that someone who types this may mean: a workstream's names, or the text itself and the
 * titles of the meetings that are called so.
 */
export function meetingNames(group: Group, typed: string): string[] {
  const stream = findWorkstream(group, typed);
  if (stream) return namesOf(stream);
  return [typed, ...meetingsCalled(group, typed).flatMap(titlesOf)];
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
