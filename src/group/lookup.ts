import { nearest, squash } from '../text/similarity.ts';
import type { Fact, Group, Guide, Organizer, Workstream } from './schema.ts';

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
