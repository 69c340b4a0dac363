import { githubUrl } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { header, message, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, join, link, md } from '../messages/mrkdwn.ts';

/** The organizers and the steering liaison. */
export function organizersMessage({ name, organizers, liaison, page }: Group): Message {
  const names = join(
    organizers.map((organizer) => md`${organizer.name} (${organizer.company})`),
    ', ',
  );
  return message(
    md`Organizers of ${name}: ${names}. Steering committee liaison: ${liaison.name}.`,
    [
      header(`Organizers of ${name}`),
      sections(organizerLines({ organizers, liaison })),
      groupSource({ name, page }),
    ],
  );
}

/** The organizers and the liaison, a line each. */
export function organizerLines({ organizers, liaison }: Pick<Group, 'organizers' | 'liaison'>) {
  return [
    ...organizers.map(
      ({ name, company, github }) =>
        md`• ${bold(name)}, ${company} (${link(githubUrl(github), `GitHub ${github}`)})`,
    ),
    md`• *Steering committee liaison:* ${liaison.name} (${link(githubUrl(liaison.github), `GitHub ${liaison.github}`)})`,
  ];
}
