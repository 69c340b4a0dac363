import { githubUrl } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { header, message, section, sections } from './blocks.ts';
import type { Message } from './message.ts';
import { bold, join, link, md } from './mrkdwn.ts';

/** The organizers and the steering liaison. */
export function organizersView({ name, organizers, liaison }: Group): Message {
  const names = join(
    organizers.map((organizer) => md`${organizer.name} (${organizer.company})`),
    ', ',
  );
  return message(
    md`Organizers of ${name}: ${names}. Steering committee liaison: ${liaison.name}.`,
    [
      header(`Organizers of ${name}`),
      sections(
        organizers.map(
          (person) =>
            md`• ${bold(person.name)}, ${person.company} (${link(githubUrl(person.github), `GitHub ${person.github}`)})`,
        ),
      ),
      section(
        md`*Steering committee liaison:* ${liaison.name} (${link(githubUrl(liaison.github), `GitHub ${liaison.github}`)})`,
      ),
    ],
  );
}
