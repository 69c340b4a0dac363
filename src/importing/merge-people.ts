import type { GroupFacts } from '../community/group-facts.ts';
import { appendIn, removeIn } from './edit-yaml.ts';
import { type Edited, type GroupOnFile, synced } from './edited.ts';

type PublishedLead = NonNullable<GroupFacts['file']['organizers']>[number];

/** Brings the leads of a file in line with the published ones. Slack IDs and the spelling of names stay. */
export function mergePeople(yaml: string, file: GroupOnFile, facts: GroupFacts): Edited {
  const published = facts.file.organizers ?? [];
  // A list that is empty or unreadable on the page must not take away everybody's rights.
  if (published.length === 0) return { yaml, kept: [] };
  const wanted = new Map(published.map((lead) => [lead.github.toLowerCase(), lead]));
  const updated = file.organizers.reduce((text, known, index) => {
    const lead = wanted.get(known.github.toLowerCase());
    return lead ? synced(text, ['organizers', index], known, factsOf(lead, known.role)) : text;
  }, yaml);
  const have = new Set(file.organizers.map(({ github }) => github.toLowerCase()));
  const extended = published
    .filter(({ github }) => !have.has(github.toLowerCase()))
    .reduce((text, lead) => appendIn(text, ['organizers'], lead), updated);
  const gone = file.organizers.flatMap(({ github }, index) =>
    wanted.has(github.toLowerCase()) ? [] : [index],
  );
  // From the end, so that the places of the others hold.
  return {
    yaml: gone.reverse().reduce((text, index) => removeIn(text, ['organizers', index]), extended),
    kept: [],
  };
}

function factsOf({ company, role = 'chair' }: PublishedLead, known: PublishedLead['role']) {
  return { company, ...(role !== known && { role }) };
}
