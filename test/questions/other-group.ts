import type { Group } from '../../src/group/schema.ts';

/** What a group of another name has in place of the workstreams and people of the group that the project ships. */
export interface OtherNames {
  readonly kind: string;
  readonly name: string;
  /** In the order of the shipped workstreams; each with what else people call it. */
  readonly workstreams: readonly (readonly [name: string, ...aliases: string[]])[];
  /** In the order of the shipped organizers, and the liaison last. */
  readonly people: readonly (readonly [given: string, family: string, github: string])[];
}

/** The same group under other names, and what makes questions about the one into questions about the other. */
export function otherGroup(
  group: Group,
  names: OtherNames,
): { readonly group: Group; rename(text: string): string } {
  const full = `${names.kind} ${names.name}`;
  const id = full.toLowerCase().replaceAll(' ', '-');
  const pairs = [
    ...ownPairs(names),
    ...group.workstreams.flatMap(({ name, aliases }, index) => {
      const [other = name, ...others] = names.workstreams[index] ?? [name];
      return [name, ...aliases].map((from, at) => [from, [other, ...others][at] ?? other] as const);
    }),
    ...peopleOf(group).flatMap(({ name, github }, index) =>
      personPairs(name, github, names, index),
    ),
  ].toSorted(([a], [b]) => b.length - a.length);
  const byName = new Map(pairs.map(([from, to]) => [from.toLowerCase(), to]));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${[...byName.keys()].map(escaped).join('|')})(?![\p{L}\p{N}])`,
    'giu',
  );
  const rename = (text: string) =>
    text.replace(pattern, (found) => byName.get(found.toLowerCase()) ?? found);
  return {
    rename,
    group: {
      ...group,
      id,
      name: full,
      fullName: `${names.name} ${names.kind}`,
      contact: { ...group.contact, slackChannel: `#${id}` },
      meetings: group.meetings.map((meeting) => ({ ...meeting, title: rename(meeting.title) })),
      workstreams: group.workstreams.map((stream, index) => {
        const [name = stream.name, ...aliases] = names.workstreams[index] ?? [];
        return { ...stream, name, aliases };
      }),
      organizers: group.organizers.map((person, index) => ({
        ...person,
        ...personOf(names, index),
      })),
      ...(group.liaison && {
        liaison: { ...group.liaison, ...personOf(names, group.organizers.length) },
      }),
    },
  };
}

function ownPairs({ kind, name }: OtherNames): (readonly [string, string])[] {
  const id = `${kind}-${name}`.toLowerCase().replaceAll(' ', '-');
  return [
    ['WG Serving', `${kind} ${name}`],
    ['wg-serving', id],
    ['wg/serving', id],
    ['Serving WG', `${name} ${kind}`],
    ['Serving Working Group', `${name} ${kind}`],
    ['working group serving', `${kind} ${name}`],
  ];
}

function peopleOf({ organizers, liaison }: Group) {
  return [...organizers, ...(liaison ? [liaison] : [])];
}

function personOf({ people }: OtherNames, index: number) {
  const [given, family, github] = people[index] ?? ['Sam', 'Doe', 'samdoe'];
  return { name: `${given} ${family}`, github };
}

function personPairs(
  name: string,
  github: string,
  names: OtherNames,
  index: number,
): (readonly [string, string])[] {
  const other = personOf(names, index);
  const [given = name] = name.split(' ');
  const [otherGiven = other.name] = other.name.split(' ');
  return [
    [name, other.name],
    [given, otherGiven],
    [github, other.github],
  ];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}
