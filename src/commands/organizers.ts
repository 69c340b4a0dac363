import { githubUrl } from '../group/lookup.ts';
import type { Group, Organizer } from '../group/schema.ts';
import { header, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { defineCommand, nothingElse } from './command.ts';

export const organizers = defineCommand({
  name: 'organizers',
  aliases: ['leads', 'chairs', 'organisers', 'who'],
  summary: 'who organizes the group',
  details:
    'Names the organizers with their GitHub profiles and companies, and the steering liaison.',
  audience: 'everyone',
  sameForAll: true,
  task: 'group',

  topic: () => [
    {
      intents: ['organizers', 'liaison'],
      label: 'Organizers',
      typed: 'organizers',
      answer: undefined,
    },
  ],

  parse: nothingElse,

  run(_, { group }) {
    const title = `Organizers of ${group.name}`;
    const lines = organizerLines(group);
    if (lines.length === 0) {
      const none = md`${group.name} publishes no organizers.`;
      return message(none, [header(title), section(none), groupSource(group)]);
    }
    return message(spoken(group), [header(title), sections(lines), groupSource(group)]);
  },
});

/** The organizers and the liaison, a line each; chairs come first. */
export function organizerLines({ organizers: people, liaison }: Group): Mrkdwn[] {
  return [
    ...chairsFirst(people).map(
      ({ name, company, github, role }) =>
        md`• ${join([bold(name), company === undefined ? undefined : md`${company}`], ', ')} (${role === 'tech lead' ? md`tech lead, ` : md``}${link(githubUrl(github), `GitHub ${github}`)})`,
    ),
    ...(liaison
      ? [
          md`• *Steering committee liaison:* ${liaison.name} (${link(githubUrl(liaison.github), `GitHub ${liaison.github}`)})`,
        ]
      : []),
  ];
}

function spoken({ name, organizers: people, liaison }: Group): Mrkdwn {
  const names = join(
    chairsFirst(people).map((one) =>
      one.company === undefined ? md`${one.name}` : md`${one.name} (${one.company})`,
    ),
    ', ',
  );
  const named = people.length > 0 ? md`Organizers of ${name}: ${names}.` : undefined;
  return join([named, liaison && md`Steering committee liaison: ${liaison.name}.`], ' ');
}

function chairsFirst(people: readonly Organizer[]): Organizer[] {
  return people.toSorted((a, b) => Number(a.role !== 'chair') - Number(b.role !== 'chair'));
}
