import { githubUrl } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { header, message, sections } from '../messages/blocks.ts';
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

  topic: ({ group }) => [
    {
      answer: undefined,
      tells: ['person', 'list'],
      title: 'organizers',
      aliases: [
        'chairs',
        'co-chairs',
        'leads leaders',
        'leading',
        'runs',
        'responsible',
        'maintainers owners owns',
        'leadership',
        'contact person',
        'talk to',
        'liaison',
        'steering committee',
        ...[...group.organizers, group.liaison].flatMap(({ name, github }) => [name, github]),
      ],
      text: `people person member github handle company names charge sponsor ping ask meetings ${group.organizers.map(({ company }) => company).join(' ')}`,
    },
  ],

  parse: nothingElse,

  run(_, { group }) {
    const { name, organizers: people, liaison } = group;
    const names = join(
      people.map((organizer) => md`${organizer.name} (${organizer.company})`),
      ', ',
    );
    return message(
      md`Organizers of ${name}: ${names}. Steering committee liaison: ${liaison.name}.`,
      [header(`Organizers of ${name}`), sections(organizerLines(group)), groupSource(group)],
    );
  },
});

/** The organizers and the liaison, a line each. */
export function organizerLines({ organizers: people, liaison }: Group): Mrkdwn[] {
  return [
    ...people.map(
      ({ name, company, github }) =>
        md`• ${bold(name)}, ${company} (${link(githubUrl(github), `GitHub ${github}`)})`,
    ),
    md`• *Steering committee liaison:* ${liaison.name} (${link(githubUrl(liaison.github), `GitHub ${liaison.github}`)})`,
  ];
}
