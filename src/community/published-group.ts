import { z } from 'zod';
import { looseList, looseText, parseTolerantly } from './tolerant.ts';

const required = z
  .string('is missing or not text')
  .trim()
  .min(1, 'is empty')
  .max(300, 'is longer than 300 characters');

const person = z.object({
  name: required,
  github: z
    .string('is missing or not text')
    .trim()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, 'is no GitHub user name'),
  company: looseText,
});

const meeting = z.object({
  description: required,
  day: looseText,
  time: looseText,
  tz: looseText,
  frequency: looseText,
  url: looseText,
  archive_url: looseText,
  recordings_url: looseText,
  calendar_url: looseText,
});

const contact = z.object({
  slack: looseText,
  mailing_list: looseText,
  liaison: person.nullish(),
});

const NO_CONTACT: z.output<typeof contact> = { slack: undefined, mailing_list: undefined };

const subproject = z.object({ name: required, meetings: looseList(meeting) });

/**
 * A group as sigs.yaml writes it. There, nothing but the names is checked.
 * https://github.com/kubernetes/community/blob/master/generator/app.go
 */
const publishedGroup = z.object({
  dir: z
    .string('is missing or not text')
    .regex(/^[a-z][a-z0-9-]{0,60}$/, 'is no name of a folder, such as wg-batch'),
  name: required,
  mission_statement: looseText,
  charter_link: looseText,
  stakeholder_sigs: looseList(required),
  label: looseText,
  leadership: z
    .object({ chairs: looseList(person), tech_leads: looseList(person) })
    .nullish()
    .transform((leads) => leads ?? { chairs: [], tech_leads: [] }),
  meetings: looseList(meeting),
  contact: contact.nullish().transform((one) => one ?? NO_CONTACT),
  subprojects: looseList(subproject),
});

export type PublishedGroup = z.output<typeof publishedGroup>;
export type PublishedMeeting = z.output<typeof meeting>;
export type PublishedPerson = z.output<typeof person>;

/** Reads one group, without what can't be read in it. Undefined if its name or folder can't. */
export function readPublishedGroup(value: unknown) {
  return parseTolerantly(publishedGroup, value);
}
